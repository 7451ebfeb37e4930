(()=>{var an=Object.create;var Kr=Object.defineProperty;var sn=Object.getOwnPropertyDescriptor;var nn=Object.getOwnPropertyNames;var un=Object.getPrototypeOf,on=Object.prototype.hasOwnProperty;var a=(r,e)=>()=>{try{return e||r((e={exports:{}}).exports,e),e.exports}catch(i){throw e=0,i}};var vn=(r,e,i,t)=>{if(e&&typeof e=="object"||typeof e=="function")for(let n of nn(e))!on.call(r,n)&&n!==i&&Kr(r,n,{get:()=>e[n],enumerable:!(t=sn(e,n))||t.enumerable});return r};var fn=(r,e,i)=>(i=r!=null?an(un(r)):{},vn(e||!r||!r.__esModule?Kr(i,"default",{value:r,enumerable:!0}):i,r));var $r=a((a2,Zr)=>{"use strict";function cn(r){return r!==r}Zr.exports=cn});var O=a((s2,Yr)=>{"use strict";var pn=$r();Yr.exports=pn});var M=a((n2,kr)=>{"use strict";var ln=Number.POSITIVE_INFINITY;kr.exports=ln});var Jr=a((u2,Qr)=>{"use strict";Qr.exports=Number});var jr=a((o2,zr)=>{"use strict";var qn=Jr();zr.exports=qn});var B=a((v2,re)=>{"use strict";var _n=jr(),An=_n.NEGATIVE_INFINITY;re.exports=An});var te=a((f2,ee)=>{"use strict";var In=M(),gn=B();function yn(r){return r===In||r===gn}ee.exports=yn});var H=a((c2,ie)=>{"use strict";var xn=te();ie.exports=xn});var se=a((p2,ae)=>{"use strict";function En(r){return Math.abs(r)}ae.exports=En});var X=a((l2,ne)=>{"use strict";var dn=se();ne.exports=dn});var oe=a((q2,ue)=>{"use strict";function hn(){return typeof Symbol=="function"&&typeof Symbol("foo")=="symbol"}ue.exports=hn});var fe=a((_2,ve)=>{"use strict";var mn=oe();ve.exports=mn});var pe=a((A2,ce)=>{"use strict";var On=fe(),Sn=On();function Nn(){return Sn&&typeof Symbol.toStringTag=="symbol"}ce.exports=Nn});var qe=a((I2,le)=>{"use strict";var Tn=pe();le.exports=Tn});var sr=a((g2,_e)=>{"use strict";var Fn=Object.prototype.toString;_e.exports=Fn});var Ie=a((y2,Ae)=>{"use strict";var bn=sr();function wn(r){return bn.call(r)}Ae.exports=wn});var ye=a((x2,ge)=>{"use strict";var Hn=Object.prototype.hasOwnProperty;function Pn(r,e){return r==null?!1:Hn.call(r,e)}ge.exports=Pn});var Ee=a((E2,xe)=>{"use strict";var Wn=ye();xe.exports=Wn});var he=a((d2,de)=>{"use strict";var Un=typeof Symbol=="function"?Symbol:void 0;de.exports=Un});var Oe=a((h2,me)=>{"use strict";var Rn=he();me.exports=Rn});var Te=a((m2,Ne)=>{"use strict";var Se=Oe(),Ln=typeof Se=="function"?Se.toStringTag:"";Ne.exports=Ln});var be=a((O2,Fe)=>{"use strict";var Dn=Ee(),P=Te(),nr=sr();function Gn(r){var e,i,t;if(r==null)return nr.call(r);i=r[P],e=Dn(r,P);try{r[P]=void 0}catch{return nr.call(r)}return t=nr.call(r),e?r[P]=i:delete r[P],t}Fe.exports=Gn});var W=a((S2,we)=>{"use strict";var Cn=qe(),Mn=Ie(),Bn=be(),ur;Cn()?ur=Bn:ur=Mn;we.exports=ur});var Pe=a((N2,He)=>{"use strict";var Xn=W(),Vn=typeof Uint32Array=="function";function Kn(r){return Vn&&r instanceof Uint32Array||Xn(r)==="[object Uint32Array]"}He.exports=Kn});var Ue=a((T2,We)=>{"use strict";var Zn=Pe();We.exports=Zn});var Le=a((F2,Re)=>{"use strict";var $n=4294967295;Re.exports=$n});var Ge=a((b2,De)=>{"use strict";var Yn=typeof Uint32Array=="function"?Uint32Array:null;De.exports=Yn});var Be=a((w2,Me)=>{"use strict";var kn=Ue(),or=Le(),Ce=Ge();function Qn(){var r,e;if(typeof Ce!="function")return!1;try{e=[1,3.14,-3.14,or+1,or+2],e=new Ce(e),r=kn(e)&&e[0]===1&&e[1]===3&&e[2]===or-2&&e[3]===0&&e[4]===1}catch{r=!1}return r}Me.exports=Qn});var Ve=a((H2,Xe)=>{"use strict";var Jn=Be();Xe.exports=Jn});var Ze=a((P2,Ke)=>{"use strict";var zn=typeof Uint32Array=="function"?Uint32Array:void 0;Ke.exports=zn});var Ye=a((W2,$e)=>{"use strict";function jn(){throw new Error("not implemented")}$e.exports=jn});var S=a((U2,ke)=>{"use strict";var ru=Ve(),eu=Ze(),tu=Ye(),vr;ru()?vr=eu:vr=tu;ke.exports=vr});var Je=a((R2,Qe)=>{"use strict";var iu=W(),au=typeof Float64Array=="function";function su(r){return au&&r instanceof Float64Array||iu(r)==="[object Float64Array]"}Qe.exports=su});var je=a((L2,ze)=>{"use strict";var nu=Je();ze.exports=nu});var et=a((D2,rt)=>{"use strict";var uu=typeof Float64Array=="function"?Float64Array:null;rt.exports=uu});var at=a((G2,it)=>{"use strict";var ou=je(),tt=et();function vu(){var r,e;if(typeof tt!="function")return!1;try{e=new tt([1,3.14,-3.14,NaN]),r=ou(e)&&e[0]===1&&e[1]===3.14&&e[2]===-3.14&&e[3]!==e[3]}catch{r=!1}return r}it.exports=vu});var nt=a((C2,st)=>{"use strict";var fu=at();st.exports=fu});var ot=a((M2,ut)=>{"use strict";var cu=typeof Float64Array=="function"?Float64Array:void 0;ut.exports=cu});var ft=a((B2,vt)=>{"use strict";function pu(){throw new Error("not implemented")}vt.exports=pu});var N=a((X2,ct)=>{"use strict";var lu=nt(),qu=ot(),_u=ft(),fr;lu()?fr=qu:fr=_u;ct.exports=fr});var lt=a((V2,pt)=>{"use strict";var Au=W(),Iu=typeof Uint8Array=="function";function gu(r){return Iu&&r instanceof Uint8Array||Au(r)==="[object Uint8Array]"}pt.exports=gu});var _t=a((K2,qt)=>{"use strict";var yu=lt();qt.exports=yu});var It=a((Z2,At)=>{"use strict";var xu=255;At.exports=xu});var yt=a(($2,gt)=>{"use strict";var Eu=typeof Uint8Array=="function"?Uint8Array:null;gt.exports=Eu});var dt=a((Y2,Et)=>{"use strict";var du=_t(),cr=It(),xt=yt();function hu(){var r,e;if(typeof xt!="function")return!1;try{e=[1,3.14,-3.14,cr+1,cr+2],e=new xt(e),r=du(e)&&e[0]===1&&e[1]===3&&e[2]===cr-2&&e[3]===0&&e[4]===1}catch{r=!1}return r}Et.exports=hu});var mt=a((k2,ht)=>{"use strict";var mu=dt();ht.exports=mu});var St=a((Q2,Ot)=>{"use strict";var Ou=typeof Uint8Array=="function"?Uint8Array:void 0;Ot.exports=Ou});var Tt=a((J2,Nt)=>{"use strict";function Su(){throw new Error("not implemented")}Nt.exports=Su});var bt=a((z2,Ft)=>{"use strict";var Nu=mt(),Tu=St(),Fu=Tt(),pr;Nu()?pr=Tu:pr=Fu;Ft.exports=pr});var Ht=a((j2,wt)=>{"use strict";var bu=W(),wu=typeof Uint16Array=="function";function Hu(r){return wu&&r instanceof Uint16Array||bu(r)==="[object Uint16Array]"}wt.exports=Hu});var Wt=a((rp,Pt)=>{"use strict";var Pu=Ht();Pt.exports=Pu});var Rt=a((ep,Ut)=>{"use strict";var Wu=65535;Ut.exports=Wu});var Dt=a((tp,Lt)=>{"use strict";var Uu=typeof Uint16Array=="function"?Uint16Array:null;Lt.exports=Uu});var Mt=a((ip,Ct)=>{"use strict";var Ru=Wt(),lr=Rt(),Gt=Dt();function Lu(){var r,e;if(typeof Gt!="function")return!1;try{e=[1,3.14,-3.14,lr+1,lr+2],e=new Gt(e),r=Ru(e)&&e[0]===1&&e[1]===3&&e[2]===lr-2&&e[3]===0&&e[4]===1}catch{r=!1}return r}Ct.exports=Lu});var Xt=a((ap,Bt)=>{"use strict";var Du=Mt();Bt.exports=Du});var Kt=a((sp,Vt)=>{"use strict";var Gu=typeof Uint16Array=="function"?Uint16Array:void 0;Vt.exports=Gu});var $t=a((np,Zt)=>{"use strict";function Cu(){throw new Error("not implemented")}Zt.exports=Cu});var kt=a((up,Yt)=>{"use strict";var Mu=Xt(),Bu=Kt(),Xu=$t(),qr;Mu()?qr=Bu:qr=Xu;Yt.exports=qr});var Jt=a((op,Qt)=>{"use strict";var Vu=bt(),Ku=kt(),Zu={uint16:Ku,uint8:Vu};Qt.exports=Zu});var ei=a((vp,ri)=>{"use strict";var zt=Jt(),jt;function $u(){var r,e;return r=new zt.uint16(1),r[0]=4660,e=new zt.uint8(r.buffer),e[0]===52}jt=$u();ri.exports=jt});var T=a((fp,ti)=>{"use strict";var Yu=ei();ti.exports=Yu});var ai=a((cp,ii)=>{"use strict";var ku=T(),_r;ku===!0?_r=1:_r=0;ii.exports=_r});var ui=a((pp,ni)=>{"use strict";var Qu=S(),Ju=N(),zu=ai(),si=new Ju(1),ju=new Qu(si.buffer);function ro(r){return si[0]=r,ju[zu]}ni.exports=ro});var E=a((lp,oi)=>{"use strict";var eo=ui();oi.exports=eo});var fi=a((qp,vi)=>{"use strict";var to=T(),Ar;to===!0?Ar=1:Ar=0;vi.exports=Ar});var pi=a((_p,ci)=>{"use strict";var io=S(),ao=N(),so=fi(),Ir=new ao(1),no=new io(Ir.buffer);function uo(r,e){return Ir[0]=r,no[so]=e>>>0,Ir[0]}ci.exports=uo});var qi=a((Ap,li)=>{"use strict";var oo=pi();li.exports=oo});var V=a((Ip,_i)=>{"use strict";var vo=1023;_i.exports=vo});var Ii=a((gp,Ai)=>{"use strict";function fo(r){return r===0?.3999999999940942:.3999999999940942+r*(.22222198432149784+r*.15313837699209373)}Ai.exports=fo});var yi=a((yp,gi)=>{"use strict";function co(r){return r===0?.6666666666666735:.6666666666666735+r*(.2857142874366239+r*(.1818357216161805+r*.14798198605116586))}gi.exports=co});var hi=a((xp,di)=>{"use strict";var xi=E(),po=qi(),lo=O(),qo=V(),_o=B(),Ao=Ii(),Io=yi(),K=.6931471803691238,Z=19082149292705877e-26,go=0x40000000000000,yo=.3333333333333333,Ei=1048575,xo=2146435072,Eo=1048576,ho=1072693248;function mo(r){var e,i,t,n,s,p,u,q,f,o,v,l;return r===0?_o:lo(r)||r<0?NaN:(i=xi(r),s=0,i<Eo&&(s-=54,r*=go,i=xi(r)),i>=xo?r+r:(s+=(i>>20)-qo|0,i&=Ei,q=i+614244&1048576|0,r=po(r,i|q^ho),s+=q>>20|0,u=r-1,(Ei&2+i)<3?u===0?s===0?0:s*K+s*Z:(p=u*u*(.5-yo*u),s===0?u-p:s*K-(p-s*Z-u)):(o=u/(2+u),l=o*o,q=i-398458|0,v=l*l,f=440401-i|0,n=v*Ao(v),t=l*Io(v),q|=f,p=t+n,q>0?(e=.5*u*u,s===0?u-(e-o*(e+p)):s*K-(e-(o*(e+p)+s*Z)-u)):s===0?u-o*(u-p):s*K-(o*(u-p)-s*Z-u))))}di.exports=mo});var Oi=a((Ep,mi)=>{"use strict";var Oo=hi();mi.exports=Oo});var Ni=a((dp,Si)=>{"use strict";var So=Math.floor;Si.exports=So});var gr=a((hp,Ti)=>{"use strict";var No=Ni();Ti.exports=No});var bi=a((mp,Fi)=>{"use strict";var To=Math.ceil;Fi.exports=To});var Hi=a((Op,wi)=>{"use strict";var Fo=bi();wi.exports=Fo});var Wi=a((Sp,Pi)=>{"use strict";var bo=gr(),wo=Hi();function Ho(r){return r<0?wo(r):bo(r)}Pi.exports=Ho});var Ri=a((Np,Ui)=>{"use strict";var Po=Wi();Ui.exports=Po});var Di=a((Tp,Li)=>{"use strict";function Wo(r){return r===0?.0416666666666666:.0416666666666666+r*(-.001388888888887411+r*2480158728947673e-20)}Li.exports=Wo});var Ci=a((Fp,Gi)=>{"use strict";function Uo(r){return r===0?-27557314351390663e-23:-27557314351390663e-23+r*(2087572321298175e-24+r*-11359647557788195e-27)}Gi.exports=Uo});var Bi=a((bp,Mi)=>{"use strict";var Ro=Di(),Lo=Ci();function Do(r,e){var i,t,n,s;return s=r*r,n=s*s,t=s*Ro(s),t+=n*n*Lo(s),i=.5*s,n=1-i,n+(1-n-i+(s*t-r*e))}Mi.exports=Do});var yr=a((wp,Xi)=>{"use strict";var Go=Bi();Xi.exports=Go});var Zi=a((Hp,Ki)=>{"use strict";var Vi=-.16666666666666632,Co=.00833333333332249,Mo=-.0001984126982985795,Bo=27557313707070068e-22,Xo=-25050760253406863e-24,Vo=158969099521155e-24;function Ko(r,e){var i,t,n,s;return s=r*r,n=s*s,i=Co+s*(Mo+s*Bo)+s*n*(Xo+s*Vo),t=s*r,e===0?r+t*(Vi+s*i):r-(s*(.5*e-t*i)-e-t*Vi)}Ki.exports=Ko});var xr=a((Pp,$i)=>{"use strict";var Zo=Zi();$i.exports=Zo});var U=a((Wp,Yi)=>{"use strict";var $o=2147483647;Yi.exports=$o});var R=a((Up,ki)=>{"use strict";var Yo=2146435072;ki.exports=Yo});var Ji=a((Rp,Qi)=>{"use strict";var ko=1048575;Qi.exports=ko});var ji=a((Lp,zi)=>{"use strict";var Qo=T(),Er;Qo===!0?Er=0:Er=1;zi.exports=Er});var ta=a((Dp,ea)=>{"use strict";var Jo=S(),zo=N(),jo=ji(),ra=new zo(1),rv=new Jo(ra.buffer);function ev(r){return ra[0]=r,rv[jo]}ea.exports=ev});var aa=a((Gp,ia)=>{"use strict";var tv=ta();ia.exports=tv});var ua=a((Cp,na)=>{"use strict";var iv=T(),sa,dr,hr;iv===!0?(dr=1,hr=0):(dr=0,hr=1);sa={HIGH:dr,LOW:hr};na.exports=sa});var pa=a((Mp,ca)=>{"use strict";var av=S(),sv=N(),va=ua(),fa=new sv(1),oa=new av(fa.buffer),nv=va.HIGH,uv=va.LOW;function ov(r,e){return oa[nv]=r,oa[uv]=e,fa[0]}ca.exports=ov});var $=a((Bp,la)=>{"use strict";var vv=pa();la.exports=vv});var _a=a((Xp,qa)=>{"use strict";var fv=1023;qa.exports=fv});var Ia=a((Vp,Aa)=>{"use strict";var cv=-1023;Aa.exports=cv});var ya=a((Kp,ga)=>{"use strict";var pv=-1074;ga.exports=pv});var Ea=a((Zp,xa)=>{"use strict";var lv=2147483648;xa.exports=lv});var ha=a(($p,da)=>{"use strict";var qv=typeof Object.defineProperty=="function"?Object.defineProperty:null;da.exports=qv});var Oa=a((Yp,ma)=>{"use strict";var _v=ha();function Av(){try{return _v({},"x",{}),!0}catch{return!1}}ma.exports=Av});var Na=a((kp,Sa)=>{"use strict";var Iv=Object.defineProperty;Sa.exports=Iv});var mr=a((Qp,Ta)=>{"use strict";function gv(r){return typeof r=="number"}Ta.exports=gv});var Or=a((Jp,ba)=>{"use strict";function yv(r){return r[0]==="-"}function Fa(r){var e="",i;for(i=0;i<r;i++)e+="0";return e}function xv(r,e,i){var t=!1,n=e-r.length;return n<0||(yv(r)&&(t=!0,r=r.substr(1)),r=i?r+Fa(n):Fa(n)+r,t&&(r="-"+r)),r}ba.exports=xv});var Wa=a((zp,Pa)=>{"use strict";var Ev=mr(),wa=Or(),dv=String.prototype.toLowerCase,Ha=String.prototype.toUpperCase;function hv(r){var e,i,t;switch(r.specifier){case"b":e=2;break;case"o":e=8;break;case"x":case"X":e=16;break;default:e=10;break}if(i=r.arg,t=parseInt(i,10),!isFinite(t)){if(!Ev(i))throw new Error("invalid integer. Value: "+i);t=0}return t<0&&(r.specifier==="u"||e!==10)&&(t=4294967295+t+1),t<0?(i=(-t).toString(e),r.precision&&(i=wa(i,r.precision,r.padRight)),i="-"+i):(i=t.toString(e),!t&&!r.precision?i="":r.precision&&(i=wa(i,r.precision,r.padRight)),r.sign&&(i=r.sign+i)),e===16&&(r.alternate&&(i="0x"+i),i=r.specifier===Ha.call(r.specifier)?Ha.call(i):dv.call(i)),e===8&&r.alternate&&i.charAt(0)!=="0"&&(i="0"+i),i}Pa.exports=hv});var Ra=a((jp,Ua)=>{"use strict";function mv(r){return typeof r=="string"}Ua.exports=mv});var Ga=a((rl,Da)=>{"use strict";var Ov=Math.abs,Sv=String.prototype.toLowerCase,La=String.prototype.toUpperCase,h=String.prototype.replace,Nv=/e\+(\d)$/,Tv=/e-(\d)$/,Fv=/^(\d+)$/,bv=/^(\d+)e/,wv=/\.0$/,Hv=/\.0*e/,Pv=/(\..*[^0])0*e/;function Wv(r,e){var i,t;switch(e.specifier){case"e":case"E":t=r.toExponential(e.precision);break;case"f":case"F":t=r.toFixed(e.precision);break;case"g":case"G":Ov(r)<1e-4?(i=e.precision,i>0&&(i-=1),t=r.toExponential(i)):t=r.toPrecision(e.precision),e.alternate||(t=h.call(t,Pv,"$1e"),t=h.call(t,Hv,"e"),t=h.call(t,wv,""));break;default:throw new Error("invalid double notation. Value: "+e.specifier)}return t=h.call(t,Nv,"e+0$1"),t=h.call(t,Tv,"e-0$1"),e.alternate&&(t=h.call(t,Fv,"$1."),t=h.call(t,bv,"$1.e")),r>=0&&e.sign&&(t=e.sign+t),t=e.specifier===La.call(e.specifier)?La.call(t):Sv.call(t),t}Da.exports=Wv});var Ba=a((el,Ma)=>{"use strict";function Ca(r){var e="",i;for(i=0;i<r;i++)e+=" ";return e}function Uv(r,e,i){var t=e-r.length;return t<0||(r=i?r+Ca(t):Ca(t)+r),r}Ma.exports=Uv});var Va=a((tl,Xa)=>{"use strict";var Rv=Wa(),Lv=Ra(),Dv=mr(),Gv=Ga(),Cv=Ba(),Mv=Or(),Bv=String.fromCharCode,Xv=Array.isArray;function Y(r){return r!==r}function Vv(r){var e={};return e.specifier=r.specifier,e.precision=r.precision===void 0?1:r.precision,e.width=r.width,e.flags=r.flags||"",e.mapping=r.mapping,e}function Kv(r){var e,i,t,n,s,p,u,q,f,o;if(!Xv(r))throw new TypeError("invalid argument. First argument must be an array. Value: `"+r+"`.");for(p="",u=1,f=0;f<r.length;f++)if(t=r[f],Lv(t))p+=t;else{if(e=t.precision!==void 0,t=Vv(t),!t.specifier)throw new TypeError("invalid argument. Token is missing `specifier` property. Index: `"+f+"`. Value: `"+t+"`.");for(t.mapping&&(u=t.mapping),i=t.flags,o=0;o<i.length;o++)switch(n=i.charAt(o),n){case" ":t.sign=" ";break;case"+":t.sign="+";break;case"-":t.padRight=!0,t.padZeros=!1;break;case"0":t.padZeros=i.indexOf("-")<0;break;case"#":t.alternate=!0;break;default:throw new Error("invalid flag: "+n)}if(t.width==="*"){if(t.width=parseInt(arguments[u],10),u+=1,Y(t.width))throw new TypeError("the argument for * width at position "+u+" is not a number. Value: `"+t.width+"`.");t.width<0&&(t.padRight=!0,t.width=-t.width)}if(e&&t.precision==="*"){if(t.precision=parseInt(arguments[u],10),u+=1,Y(t.precision))throw new TypeError("the argument for * precision at position "+u+" is not a number. Value: `"+t.precision+"`.");t.precision<0&&(t.precision=1,e=!1)}switch(t.arg=arguments[u],t.specifier){case"b":case"o":case"x":case"X":case"d":case"i":case"u":e&&(t.padZeros=!1),t.arg=Rv(t);break;case"s":t.maxWidth=e?t.precision:-1,t.arg=String(t.arg);break;case"c":if(!Y(t.arg)){if(s=parseInt(t.arg,10),s<0||s>127)throw new Error("invalid character code. Value: "+t.arg);t.arg=Y(s)?String(t.arg):Bv(s)}break;case"e":case"E":case"f":case"F":case"g":case"G":if(e||(t.precision=6),q=parseFloat(t.arg),!isFinite(q)){if(!Dv(t.arg))throw new Error("invalid floating-point number. Value: "+p);q=t.arg,t.padZeros=!1}t.arg=Gv(q,t);break;default:throw new Error("invalid specifier: "+t.specifier)}t.maxWidth>=0&&t.arg.length>t.maxWidth&&(t.arg=t.arg.substring(0,t.maxWidth)),t.padZeros?t.arg=Mv(t.arg,t.width||t.precision,t.padRight):t.width&&(t.arg=Cv(t.arg,t.width,t.padRight)),p+=t.arg||"",u+=1}return p}Xa.exports=Kv});var Za=a((il,Ka)=>{"use strict";var Zv=Va();Ka.exports=Zv});var Ya=a((al,$a)=>{"use strict";var k=/%(?:([1-9]\d*)\$)?([0 +\-#]*)(\*|\d+)?(?:(\.)(\*|\d+)?)?[hlL]?([%A-Za-z])/g;function $v(r){var e={mapping:r[1]?parseInt(r[1],10):void 0,flags:r[2],width:r[3],precision:r[5],specifier:r[6]};return r[4]==="."&&r[5]===void 0&&(e.precision="1"),e}function Yv(r){var e,i,t,n;for(i=[],n=0,t=k.exec(r);t;)e=r.slice(n,k.lastIndex-t[0].length),e.length&&i.push(e),t[6]==="%"?i.push("%"):i.push($v(t)),n=k.lastIndex,t=k.exec(r);return e=r.slice(n),e.length&&i.push(e),i}$a.exports=Yv});var Qa=a((sl,ka)=>{"use strict";var kv=Ya();ka.exports=kv});var za=a((nl,Ja)=>{"use strict";function Qv(r){return typeof r=="string"}Ja.exports=Qv});var e0=a((ul,r0)=>{"use strict";var Jv=Za(),zv=Qa(),jv=za();function ja(r){var e,i;if(!jv(r))throw new TypeError(ja("invalid argument. First argument must be a string. Value: `%s`.",r));for(e=[zv(r)],i=1;i<arguments.length;i++)e.push(arguments[i]);return Jv.apply(null,e)}r0.exports=ja});var i0=a((ol,t0)=>{"use strict";var r1=e0();t0.exports=r1});var v0=a((vl,o0)=>{"use strict";var a0=i0(),F=Object.prototype,s0=F.toString,n0=F.__defineGetter__,u0=F.__defineSetter__,e1=F.__lookupGetter__,t1=F.__lookupSetter__;function i1(r,e,i){var t,n,s,p;if(typeof r!="object"||r===null||s0.call(r)==="[object Array]")throw new TypeError(a0("invalid argument. First argument must be an object. Value: `%s`.",r));if(typeof i!="object"||i===null||s0.call(i)==="[object Array]")throw new TypeError(a0("invalid argument. Property descriptor must be an object. Value: `%s`.",i));if(n="value"in i,n&&(e1.call(r,e)||t1.call(r,e)?(t=r.__proto__,r.__proto__=F,delete r[e],r[e]=i.value,r.__proto__=t):r[e]=i.value),s="get"in i,p="set"in i,n&&(s||p))throw new Error("invalid argument. Cannot specify one or more accessors and a value or writable attribute in the property descriptor.");return s&&n0&&n0.call(r,e,i.get),p&&u0&&u0.call(r,e,i.set),r}o0.exports=i1});var c0=a((fl,f0)=>{"use strict";var a1=Oa(),s1=Na(),n1=v0(),Sr;a1()?Sr=s1:Sr=n1;f0.exports=Sr});var l0=a((cl,p0)=>{"use strict";var u1=c0();function o1(r,e,i){u1(r,e,{configurable:!1,enumerable:!1,writable:!1,value:i})}p0.exports=o1});var Nr=a((pl,q0)=>{"use strict";var v1=l0();q0.exports=v1});var I0=a((ll,A0)=>{"use strict";var f1=T(),_0,Tr,Fr;f1===!0?(Tr=1,Fr=0):(Tr=0,Fr=1);_0={HIGH:Tr,LOW:Fr};A0.exports=_0});var br=a((ql,E0)=>{"use strict";var c1=S(),p1=N(),y0=I0(),x0=new p1(1),g0=new c1(x0.buffer),l1=y0.HIGH,q1=y0.LOW;function _1(r,e,i,t){return x0[0]=r,e[t]=g0[l1],e[t+i]=g0[q1],e}E0.exports=_1});var h0=a((_l,d0)=>{"use strict";var A1=br();function I1(r){return A1(r,[0,0],1,0)}d0.exports=I1});var wr=a((Al,O0)=>{"use strict";var g1=Nr(),m0=h0(),y1=br();g1(m0,"assign",y1);O0.exports=m0});var N0=a((Il,S0)=>{"use strict";var x1=Ea(),E1=U(),d1=wr(),h1=E(),m1=$(),Hr=[0,0];function O1(r,e){var i,t;return d1.assign(r,Hr,1,0),i=Hr[0],i&=E1,t=h1(e),t&=x1,i|=t,m1(i,Hr[1])}S0.exports=O1});var Pr=a((gl,T0)=>{"use strict";var S1=N0();T0.exports=S1});var b0=a((yl,F0)=>{"use strict";var N1=22250738585072014e-324;F0.exports=N1});var Wr=a((xl,w0)=>{"use strict";var T1=b0(),F1=H(),b1=O(),w1=X(),H1=4503599627370496;function P1(r,e,i,t){return b1(r)||F1(r)?(e[t]=r,e[t+i]=0,e):r!==0&&w1(r)<T1?(e[t]=r*H1,e[t+i]=-52,e):(e[t]=r,e[t+i]=0,e)}w0.exports=P1});var P0=a((El,H0)=>{"use strict";var W1=Wr();function U1(r){return W1(r,[0,0],1,0)}H0.exports=U1});var R0=a((dl,U0)=>{"use strict";var R1=Nr(),W0=P0(),L1=Wr();R1(W0,"assign",L1);U0.exports=W0});var D0=a((hl,L0)=>{"use strict";var D1=E(),G1=R(),C1=V();function M1(r){var e=D1(r);return e=(e&G1)>>>20,e-C1|0}L0.exports=M1});var C0=a((ml,G0)=>{"use strict";var B1=D0();G0.exports=B1});var B0=a((Ol,M0)=>{"use strict";var X1=M(),V1=B(),K1=V(),Z1=_a(),$1=Ia(),Y1=ya(),k1=O(),Q1=H(),J1=Pr(),z1=R0().assign,j1=C0(),rf=wr(),ef=$(),tf=2220446049250313e-31,af=2148532223,Ur=[0,0],Rr=[0,0];function sf(r,e){var i,t;return e===0||r===0||k1(r)||Q1(r)?r:(z1(r,Ur,1,0),r=Ur[0],e+=Ur[1],e+=j1(r),e<Y1?J1(0,r):e>Z1?r<0?V1:X1:(e<=$1?(e+=52,t=tf):t=1,rf.assign(r,Rr,1,0),i=Rr[0],i&=af,i|=e+K1<<20,t*ef(i,Rr[1])))}M0.exports=sf});var V0=a((Sl,X0)=>{"use strict";var nf=B0();X0.exports=nf});var Z0=a((Nl,K0)=>{"use strict";function uf(r,e){var i,t;for(i=[],t=0;t<e;t++)i.push(r);return i}K0.exports=uf});var Y0=a((Tl,$0)=>{"use strict";var of=Z0();$0.exports=of});var Q0=a((Fl,k0)=>{"use strict";var vf=Y0();function ff(r){return vf(0,r)}k0.exports=ff});var z0=a((bl,J0)=>{"use strict";var cf=Q0();J0.exports=cf});var is=a((wl,ts)=>{"use strict";var pf=gr(),Q=V0(),j=z0(),rs=[10680707,7228996,1387004,2578385,16069853,12639074,9804092,4427841,16666979,11263675,12935607,2387514,4345298,14681673,3074569,13734428,16653803,1880361,10960616,8533493,3062596,8710556,7349940,6258241,3772886,3769171,3798172,8675211,12450088,3874808,9961438,366607,15675153,9132554,7151469,3571407,2607881,12013382,4155038,6285869,7677882,13102053,15825725,473591,9065106,15363067,6271263,9264392,5636912,4652155,7056368,13614112,10155062,1944035,9527646,15080200,6658437,6231200,6832269,16767104,5075751,3212806,1398474,7579849,6349435,12618859],lf=[1.570796251296997,7549789415861596e-23,5390302529957765e-30,3282003415807913e-37,1270655753080676e-44,12293330898111133e-52,27337005381646456e-60,21674168387780482e-67],Lr=16777216,Dr=5960464477539063e-23,J=j(20),j0=j(20),z=j(20),A=j(20);function es(r,e,i,t,n,s,p,u,q){var f,o,v,l,c,g,w,I,_;for(l=s,_=t[i],I=i,c=0;I>0;c++)o=Dr*_|0,A[c]=_-Lr*o|0,_=t[I-1]+o,I-=1;if(_=Q(_,n),_-=8*pf(_*.125),w=_|0,_-=w,v=0,n>0?(c=A[i-1]>>24-n,w+=c,A[i-1]-=c<<24-n,v=A[i-1]>>23-n):n===0?v=A[i-1]>>23:_>=.5&&(v=2),v>0){for(w+=1,f=0,c=0;c<i;c++)I=A[c],f===0?I!==0&&(f=1,A[c]=16777216-I):A[c]=16777215-I;if(n>0)switch(n){case 1:A[i-1]&=8388607;break;case 2:A[i-1]&=4194303;break}v===2&&(_=1-_,f!==0&&(_-=Q(1,n)))}if(_===0){for(I=0,c=i-1;c>=s;c--)I|=A[c];if(I===0){for(g=1;A[s-g]===0;g++);for(c=i+1;c<=i+g;c++){for(q[u+c]=rs[p+c],o=0,I=0;I<=u;I++)o+=r[I]*q[u+(c-I)];t[c]=o}return i+=g,es(r,e,i,t,n,s,p,u,q)}for(i-=1,n-=24;A[i]===0;)i-=1,n-=24}else _=Q(_,-n),_>=Lr?(o=Dr*_|0,A[i]=_-Lr*o|0,i+=1,n+=24,A[i]=o):A[i]=_|0;for(o=Q(1,n),c=i;c>=0;c--)t[c]=o*A[c],o*=Dr;for(c=i;c>=0;c--){for(o=0,g=0;g<=l&&g<=i-c;g++)o+=lf[g]*t[c+g];z[i-c]=o}for(o=0,c=i;c>=0;c--)o+=z[c];for(v===0?e[0]=o:e[0]=-o,o=z[0]-o,c=1;c<=i;c++)o+=z[c];return v===0?e[1]=o:e[1]=-o,w&7}function qf(r,e,i,t){var n,s,p,u,q,f,o,v,l;for(s=4,u=t-1,p=(i-3)/24|0,p<0&&(p=0),f=i-24*(p+1),v=p-u,l=u+s,o=0;o<=l;o++)v<0?J[o]=0:J[o]=rs[v],v+=1;for(o=0;o<=s;o++){for(n=0,v=0;v<=u;v++)n+=r[v]*J[u+(o-v)];j0[o]=n}return q=s,es(r,e,q,j0,f,s,p,u,J)}ts.exports=qf});var ss=a((Hl,as)=>{"use strict";var _f=Math.round;as.exports=_f});var us=a((Pl,ns)=>{"use strict";var Af=ss();ns.exports=Af});var cs=a((Wl,fs)=>{"use strict";var If=us(),os=E(),gf=.6366197723675814,yf=1.5707963267341256,xf=6077100506506192e-26,Ef=6077100506303966e-26,df=20222662487959506e-37,hf=20222662487111665e-37,mf=84784276603689e-45,vs=2047;function Of(r,e,i){var t,n,s,p,u,q,f;return n=If(r*gf),p=r-n*yf,u=n*xf,f=e>>20|0,i[0]=p-u,t=os(i[0]),q=f-(t>>20&vs),q>16&&(s=p,u=n*Ef,p=s-u,u=n*df-(s-p-u),i[0]=p-u,t=os(i[0]),q=f-(t>>20&vs),q>49&&(s=p,u=n*hf,p=s-u,u=n*mf-(s-p-u),i[0]=p-u)),i[1]=p-i[0]-u,n}fs.exports=Of});var ls=a((Ul,ps)=>{"use strict";var Sf=U(),Nf=R(),Tf=Ji(),Ff=E(),bf=aa(),wf=$(),Hf=is(),rr=cs(),Pf=0,Wf=16777216,d=1.5707963267341256,m=6077100506506192e-26,er=2*m,tr=3*m,ir=4*m,Uf=598523,Rf=1072243195,Lf=1073928572,Df=1074752122,Gf=1074977148,Cf=1075183036,Mf=1075388923,Bf=1075594811,Xf=1094263291,L=[0,0,0],D=[0,0];function Vf(r,e){var i,t,n,s,p,u,q,f;if(n=Ff(r)|0,s=n&Sf|0,s<=Rf)return e[0]=r,e[1]=0,0;if(s<=Df)return(s&Tf)===Uf?rr(r,s,e):s<=Lf?n>0?(f=r-d,e[0]=f-m,e[1]=f-e[0]-m,1):(f=r+d,e[0]=f+m,e[1]=f-e[0]+m,-1):n>0?(f=r-2*d,e[0]=f-er,e[1]=f-e[0]-er,2):(f=r+2*d,e[0]=f+er,e[1]=f-e[0]+er,-2);if(s<=Bf)return s<=Cf?s===Gf?rr(r,s,e):n>0?(f=r-3*d,e[0]=f-tr,e[1]=f-e[0]-tr,3):(f=r+3*d,e[0]=f+tr,e[1]=f-e[0]+tr,-3):s===Mf?rr(r,s,e):n>0?(f=r-4*d,e[0]=f-ir,e[1]=f-e[0]-ir,4):(f=r+4*d,e[0]=f+ir,e[1]=f-e[0]+ir,-4);if(s<Xf)return rr(r,s,e);if(s>=Nf)return e[0]=NaN,e[1]=NaN,0;for(i=bf(r),t=(s>>20)-1046,f=wf(s-(t<<20|0),i),u=0;u<2;u++)L[u]=f|0,f=(f-L[u])*Wf;for(L[2]=f,p=3;L[p-1]===Pf;)p-=1;return q=Hf(L,D,t,p,1),n<0?(e[0]=-D[0],e[1]=-D[1],-q):(e[0]=D[0],e[1]=D[1],q)}ps.exports=Vf});var Gr=a((Rl,qs)=>{"use strict";var Kf=ls();qs.exports=Kf});var Is=a((Ll,As)=>{"use strict";var Zf=E(),Cr=yr(),_s=xr(),$f=Gr(),Yf=U(),kf=R(),y=[0,0],Qf=1072243195,Jf=1044381696;function zf(r){var e,i;if(e=Zf(r),e&=Yf,e<=Qf)return e<Jf?1:Cr(r,0);if(e>=kf)return NaN;switch(i=$f(r,y),i&3){case 0:return Cr(y[0],y[1]);case 1:return-_s(y[0],y[1]);case 2:return-Cr(y[0],y[1]);default:return _s(y[0],y[1])}}As.exports=zf});var ys=a((Dl,gs)=>{"use strict";var jf=Is();gs.exports=jf});var ds=a((Gl,Es)=>{"use strict";var rc=U(),ec=R(),tc=E(),xs=yr(),Mr=xr(),ic=Gr(),ac=1072243195,sc=1045430272,x=[0,0];function nc(r){var e,i;if(e=tc(r),e&=rc,e<=ac)return e<sc?r:Mr(r,0);if(e>=ec)return NaN;switch(i=ic(r,x),i&3){case 0:return Mr(x[0],x[1]);case 1:return xs(x[0],x[1]);case 2:return-Mr(x[0],x[1]);default:return-xs(x[0],x[1])}}Es.exports=nc});var ms=a((Cl,hs)=>{"use strict";var uc=ds();hs.exports=uc});var Br=a((Ml,Os)=>{"use strict";var oc=3.141592653589793;Os.exports=oc});var Ts=a((Bl,Ns)=>{"use strict";var vc=O(),fc=H(),Ss=ys(),Xr=ms(),cc=X(),G=Pr(),C=Br();function pc(r){var e,i;return vc(r)?NaN:fc(r)?NaN:(i=r%2,e=cc(i),e===0||e===1?G(0,i):e<.25?Xr(C*i):e<.75?(e=.5-e,G(Ss(C*e),i)):e<1.25?(i=G(1,i)-i,Xr(C*i)):e<1.75?(e-=1.5,-G(Ss(C*e),i)):(i-=G(2,i),Xr(C*i)))}Ns.exports=pc});var bs=a((Xl,Fs)=>{"use strict";var lc=Ts();Fs.exports=lc});var Hs=a((Vl,ws)=>{"use strict";function qc(r){return r===0?.06735230105312927:.06735230105312927+r*(.007385550860814029+r*(.0011927076318336207+r*(.00022086279071390839+r*25214456545125733e-21)))}ws.exports=qc});var Ws=a((Kl,Ps)=>{"use strict";function _c(r){return r===0?.020580808432516733:.020580808432516733+r*(.0028905138367341563+r*(.0005100697921535113+r*(.00010801156724758394+r*44864094961891516e-21)))}Ps.exports=_c});var Rs=a((Zl,Us)=>{"use strict";function Ac(r){return r===0?1.3920053346762105:1.3920053346762105+r*(.7219355475671381+r*(.17193386563280308+r*(.01864591917156529+r*(.0007779424963818936+r*7326684307446256e-21))))}Us.exports=Ac});var Ds=a(($l,Ls)=>{"use strict";function Ic(r){return r===0?.21498241596060885:.21498241596060885+r*(.325778796408931+r*(.14635047265246445+r*(.02664227030336386+r*(.0018402845140733772+r*3194753265841009e-20))))}Ls.exports=Ic});var Cs=a((Yl,Gs)=>{"use strict";function gc(r){return r===0?-.032788541075985965:-.032788541075985965+r*(.006100538702462913+r*(-.0014034646998923284+r*.00031563207090362595))}Gs.exports=gc});var Bs=a((kl,Ms)=>{"use strict";function yc(r){return r===0?.01797067508118204:.01797067508118204+r*(-.0036845201678113826+r*(.000881081882437654+r*-.00031275416837512086))}Ms.exports=yc});var Vs=a((Ql,Xs)=>{"use strict";function xc(r){return r===0?-.010314224129834144:-.010314224129834144+r*(.0022596478090061247+r*(-.0005385953053567405+r*.0003355291926355191))}Xs.exports=xc});var Zs=a((Jl,Ks)=>{"use strict";function Ec(r){return r===0?.6328270640250934:.6328270640250934+r*(1.4549225013723477+r*(.9777175279633727+r*(.22896372806469245+r*.013381091853678766)))}Ks.exports=Ec});var Ys=a((zl,$s)=>{"use strict";function dc(r){return r===0?2.4559779371304113:2.4559779371304113+r*(2.128489763798934+r*(.7692851504566728+r*(.10422264559336913+r*.003217092422824239)))}$s.exports=dc});var Qs=a((jl,ks)=>{"use strict";function hc(r){return r===0?.08333333333333297:.08333333333333297+r*(-.0027777777772877554+r*(.0007936505586430196+r*(-.00059518755745034+r*(.0008363399189962821+r*-.0016309293409657527))))}ks.exports=hc});var js=a((r3,zs)=>{"use strict";var mc=O(),Oc=H(),Sc=X(),b=Oi(),Nc=Ri(),Tc=bs(),Fc=Br(),Vr=M(),bc=Hs(),wc=Ws(),Hc=Rs(),Pc=Ds(),Wc=Cs(),Uc=Bs(),Rc=Vs(),Lc=Zs(),Dc=Ys(),Gc=Qs(),Cc=.07721566490153287,Mc=.3224670334241136,Bc=1,Xc=-.07721566490153287,Vc=.48383612272381005,Kc=-.1475877229945939,Zc=.06462494023913339,$c=-.07721566490153287,Yc=1,kc=.4189385332046727,ar=1.4616321449683622,Qc=4503599627370496,Jc=72057594037927940,zc=13877787807814457e-33,Js=1.4616321449683622,jc=-.12148629053584961,r2=-3638676997039505e-33;function e2(r){var e,i,t,n,s,p,u,q,f,o,v,l,c;if(mc(r)||Oc(r))return r;if(r===0)return Vr;if(r<0?(e=!0,r=-r):e=!1,r<zc)return-b(r);if(e){if(r>=Qc||(f=Tc(r),f===0))return Vr;i=b(Fc/Sc(f*r))}if(r===1||r===2)return 0;if(r<2)switch(r<=.9?(c=-b(r),r>=ar-1+.27?(v=1-r,t=0):r>=ar-1-.27?(v=r-(Js-1),t=1):(v=r,t=2)):(c=0,r>=ar+.27?(v=2-r,t=0):r>=ar-.27?(v=r-Js,t=1):(v=r-1,t=2)),t){case 0:l=v*v,p=Cc+l*bc(l),s=l*(Mc+l*wc(l)),u=v*p+s,c+=u-.5*v;break;case 1:l=v*v,o=l*v,p=Vc+o*Wc(o),s=Kc+o*Uc(o),n=Zc+o*Rc(o),u=l*p-(r2-o*(s+v*n)),c+=jc+u;break;case 2:p=v*($c+v*Lc(v)),s=Yc+v*Dc(v),c+=-.5*v+p/s;break}else if(r<8)switch(t=Nc(r),v=r-t,u=v*(Xc+v*Pc(v)),q=Bc+v*Hc(v),c=.5*v+u/q,l=1,t){case 7:l*=v+6;case 6:l*=v+5;case 5:l*=v+4;case 4:l*=v+3;case 3:l*=v+2,c+=b(l)}else r<Jc?(f=b(r),l=1/r,v=l*l,o=kc+l*Gc(v),c=(r-.5)*(f-1)+o):c=r*(b(r)-1);return e&&(c=i-c),c}zs.exports=e2});var en=a((e3,rn)=>{"use strict";var t2=js();rn.exports=t2});var tn=fn(en());((globalThis.SpaceForTime??={}).special??={}).gammaln=tn.default;})();
/*! Bundled license information:

@stdlib/math-base-assert-is-nan/lib/main.js:
@stdlib/math-base-assert-is-nan/lib/index.js:
@stdlib/constants-float64-pinf/lib/index.js:
@stdlib/number-ctor/lib/main.js:
@stdlib/number-ctor/lib/index.js:
@stdlib/constants-float64-ninf/lib/index.js:
@stdlib/math-base-assert-is-infinite/lib/main.js:
@stdlib/math-base-assert-is-infinite/lib/index.js:
@stdlib/math-base-special-abs/lib/index.js:
@stdlib/assert-has-symbol-support/lib/main.js:
@stdlib/assert-has-symbol-support/lib/index.js:
@stdlib/assert-has-tostringtag-support/lib/main.js:
@stdlib/assert-has-tostringtag-support/lib/index.js:
@stdlib/utils-native-class/lib/tostring.js:
@stdlib/utils-native-class/lib/main.js:
@stdlib/assert-has-own-property/lib/main.js:
@stdlib/assert-has-own-property/lib/index.js:
@stdlib/symbol-ctor/lib/main.js:
@stdlib/symbol-ctor/lib/index.js:
@stdlib/utils-native-class/lib/tostringtag.js:
@stdlib/utils-native-class/lib/polyfill.js:
@stdlib/utils-native-class/lib/index.js:
@stdlib/assert-is-uint32array/lib/main.js:
@stdlib/assert-is-uint32array/lib/index.js:
@stdlib/constants-uint32-max/lib/index.js:
@stdlib/assert-has-uint32array-support/lib/uint32array.js:
@stdlib/assert-has-uint32array-support/lib/main.js:
@stdlib/assert-has-uint32array-support/lib/index.js:
@stdlib/array-uint32/lib/main.js:
@stdlib/array-uint32/lib/polyfill.js:
@stdlib/array-uint32/lib/index.js:
@stdlib/assert-is-float64array/lib/main.js:
@stdlib/assert-is-float64array/lib/index.js:
@stdlib/assert-has-float64array-support/lib/float64array.js:
@stdlib/assert-has-float64array-support/lib/main.js:
@stdlib/assert-has-float64array-support/lib/index.js:
@stdlib/array-float64/lib/main.js:
@stdlib/array-float64/lib/polyfill.js:
@stdlib/array-float64/lib/index.js:
@stdlib/assert-is-uint8array/lib/main.js:
@stdlib/assert-is-uint8array/lib/index.js:
@stdlib/constants-uint8-max/lib/index.js:
@stdlib/assert-has-uint8array-support/lib/uint8array.js:
@stdlib/assert-has-uint8array-support/lib/main.js:
@stdlib/assert-has-uint8array-support/lib/index.js:
@stdlib/array-uint8/lib/main.js:
@stdlib/array-uint8/lib/polyfill.js:
@stdlib/array-uint8/lib/index.js:
@stdlib/assert-is-uint16array/lib/main.js:
@stdlib/assert-is-uint16array/lib/index.js:
@stdlib/constants-uint16-max/lib/index.js:
@stdlib/assert-has-uint16array-support/lib/uint16array.js:
@stdlib/assert-has-uint16array-support/lib/main.js:
@stdlib/assert-has-uint16array-support/lib/index.js:
@stdlib/array-uint16/lib/main.js:
@stdlib/array-uint16/lib/polyfill.js:
@stdlib/array-uint16/lib/index.js:
@stdlib/assert-is-little-endian/lib/ctors.js:
@stdlib/assert-is-little-endian/lib/main.js:
@stdlib/assert-is-little-endian/lib/index.js:
@stdlib/number-float64-base-get-high-word/lib/high.js:
@stdlib/number-float64-base-get-high-word/lib/main.js:
@stdlib/number-float64-base-get-high-word/lib/index.js:
@stdlib/number-float64-base-set-high-word/lib/high.js:
@stdlib/number-float64-base-set-high-word/lib/main.js:
@stdlib/number-float64-base-set-high-word/lib/index.js:
@stdlib/constants-float64-exponent-bias/lib/index.js:
@stdlib/math-base-special-ln/lib/index.js:
@stdlib/math-base-special-floor/lib/main.js:
@stdlib/math-base-special-floor/lib/index.js:
@stdlib/math-base-special-ceil/lib/main.js:
@stdlib/math-base-special-ceil/lib/index.js:
@stdlib/math-base-special-trunc/lib/main.js:
@stdlib/math-base-special-trunc/lib/index.js:
@stdlib/math-base-special-kernel-cos/lib/index.js:
@stdlib/math-base-special-kernel-sin/lib/index.js:
@stdlib/constants-float64-high-word-exponent-mask/lib/index.js:
@stdlib/constants-float64-high-word-significand-mask/lib/index.js:
@stdlib/number-float64-base-get-low-word/lib/low.js:
@stdlib/number-float64-base-get-low-word/lib/main.js:
@stdlib/number-float64-base-get-low-word/lib/index.js:
@stdlib/number-float64-base-from-words/lib/indices.js:
@stdlib/number-float64-base-from-words/lib/main.js:
@stdlib/number-float64-base-from-words/lib/index.js:
@stdlib/constants-float64-max-base2-exponent/lib/index.js:
@stdlib/constants-float64-max-base2-exponent-subnormal/lib/index.js:
@stdlib/constants-float64-min-base2-exponent-subnormal/lib/index.js:
@stdlib/utils-define-property/lib/builtin.js:
@stdlib/utils-define-property/lib/polyfill.js:
@stdlib/utils-define-property/lib/index.js:
@stdlib/utils-define-nonenumerable-read-only-property/lib/main.js:
@stdlib/utils-define-nonenumerable-read-only-property/lib/index.js:
@stdlib/number-float64-base-to-words/lib/indices.js:
@stdlib/number-float64-base-to-words/lib/assign.js:
@stdlib/number-float64-base-to-words/lib/main.js:
@stdlib/number-float64-base-to-words/lib/index.js:
@stdlib/math-base-special-copysign/lib/main.js:
@stdlib/math-base-special-copysign/lib/index.js:
@stdlib/constants-float64-smallest-normal/lib/index.js:
@stdlib/number-float64-base-normalize/lib/assign.js:
@stdlib/number-float64-base-normalize/lib/main.js:
@stdlib/number-float64-base-normalize/lib/index.js:
@stdlib/number-float64-base-exponent/lib/main.js:
@stdlib/number-float64-base-exponent/lib/index.js:
@stdlib/math-base-special-ldexp/lib/main.js:
@stdlib/math-base-special-ldexp/lib/index.js:
@stdlib/math-base-special-round/lib/main.js:
@stdlib/math-base-special-round/lib/index.js:
@stdlib/math-base-special-rempio2/lib/index.js:
@stdlib/math-base-special-cos/lib/index.js:
@stdlib/math-base-special-sin/lib/index.js:
@stdlib/constants-float64-pi/lib/index.js:
@stdlib/math-base-special-sinpi/lib/main.js:
@stdlib/math-base-special-sinpi/lib/index.js:
@stdlib/math-base-special-gammaln/lib/index.js:
  (**
  * @license Apache-2.0
  *
  * Copyright (c) 2018 The Stdlib Authors.
  *
  * Licensed under the Apache License, Version 2.0 (the "License");
  * you may not use this file except in compliance with the License.
  * You may obtain a copy of the License at
  *
  *    http://www.apache.org/licenses/LICENSE-2.0
  *
  * Unless required by applicable law or agreed to in writing, software
  * distributed under the License is distributed on an "AS IS" BASIS,
  * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
  * See the License for the specific language governing permissions and
  * limitations under the License.
  *)

@stdlib/math-base-special-abs/lib/main.js:
@stdlib/utils-define-property/lib/define_property.js:
@stdlib/utils-define-property/lib/has_define_property_support.js:
@stdlib/array-base-filled/lib/main.js:
@stdlib/array-base-filled/lib/index.js:
@stdlib/array-base-zeros/lib/main.js:
@stdlib/array-base-zeros/lib/index.js:
  (**
  * @license Apache-2.0
  *
  * Copyright (c) 2021 The Stdlib Authors.
  *
  * Licensed under the Apache License, Version 2.0 (the "License");
  * you may not use this file except in compliance with the License.
  * You may obtain a copy of the License at
  *
  *    http://www.apache.org/licenses/LICENSE-2.0
  *
  * Unless required by applicable law or agreed to in writing, software
  * distributed under the License is distributed on an "AS IS" BASIS,
  * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
  * See the License for the specific language governing permissions and
  * limitations under the License.
  *)

@stdlib/math-base-special-ln/lib/polyval_p.js:
@stdlib/math-base-special-ln/lib/polyval_q.js:
@stdlib/math-base-special-kernel-cos/lib/polyval_c13.js:
@stdlib/math-base-special-kernel-cos/lib/polyval_c46.js:
@stdlib/constants-float64-high-word-abs-mask/lib/index.js:
@stdlib/constants-float64-high-word-sign-mask/lib/index.js:
@stdlib/string-base-format-interpolate/lib/is_number.js:
@stdlib/string-base-format-interpolate/lib/zero_pad.js:
@stdlib/string-base-format-interpolate/lib/format_integer.js:
@stdlib/string-base-format-interpolate/lib/is_string.js:
@stdlib/string-base-format-interpolate/lib/format_double.js:
@stdlib/string-base-format-interpolate/lib/space_pad.js:
@stdlib/string-base-format-interpolate/lib/main.js:
@stdlib/string-base-format-interpolate/lib/index.js:
@stdlib/string-base-format-tokenize/lib/main.js:
@stdlib/string-base-format-tokenize/lib/index.js:
@stdlib/string-format/lib/is_string.js:
@stdlib/string-format/lib/main.js:
@stdlib/string-format/lib/index.js:
  (**
  * @license Apache-2.0
  *
  * Copyright (c) 2022 The Stdlib Authors.
  *
  * Licensed under the Apache License, Version 2.0 (the "License");
  * you may not use this file except in compliance with the License.
  * You may obtain a copy of the License at
  *
  *    http://www.apache.org/licenses/LICENSE-2.0
  *
  * Unless required by applicable law or agreed to in writing, software
  * distributed under the License is distributed on an "AS IS" BASIS,
  * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
  * See the License for the specific language governing permissions and
  * limitations under the License.
  *)

@stdlib/math-base-special-ln/lib/main.js:
  (**
  * @license Apache-2.0
  *
  * Copyright (c) 2018 The Stdlib Authors.
  *
  * Licensed under the Apache License, Version 2.0 (the "License");
  * you may not use this file except in compliance with the License.
  * You may obtain a copy of the License at
  *
  *    http://www.apache.org/licenses/LICENSE-2.0
  *
  * Unless required by applicable law or agreed to in writing, software
  * distributed under the License is distributed on an "AS IS" BASIS,
  * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
  * See the License for the specific language governing permissions and
  * limitations under the License.
  *
  *
  * ## Notice
  *
  * The following copyright and license were part of the original implementation available as part of [FreeBSD]{@link https://svnweb.freebsd.org/base/release/9.3.0/lib/msun/src/e_log.c}. The implementation follows the original, but has been modified for JavaScript.
  *
  * ```text
  * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
  *
  * Developed at SunPro, a Sun Microsystems, Inc. business.
  * Permission to use, copy, modify, and distribute this
  * software is freely granted, provided that this notice
  * is preserved.
  * ```
  *)

@stdlib/math-base-special-kernel-cos/lib/main.js:
  (**
  * @license Apache-2.0
  *
  * Copyright (c) 2018 The Stdlib Authors.
  *
  * Licensed under the Apache License, Version 2.0 (the "License");
  * you may not use this file except in compliance with the License.
  * You may obtain a copy of the License at
  *
  *    http://www.apache.org/licenses/LICENSE-2.0
  *
  * Unless required by applicable law or agreed to in writing, software
  * distributed under the License is distributed on an "AS IS" BASIS,
  * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
  * See the License for the specific language governing permissions and
  * limitations under the License.
  *
  *
  * ## Notice
  *
  * The following copyright, license, and long comment were part of the original implementation available as part of [FreeBSD]{@link https://svnweb.freebsd.org/base/release/12.2.0/lib/msun/src/k_cos.c}. The implementation follows the original, but has been modified for JavaScript.
  *
  * ```text
  * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
  *
  * Developed at SunPro, a Sun Microsystems, Inc. business.
  * Permission to use, copy, modify, and distribute this
  * software is freely granted, provided that this notice
  * is preserved.
  * ```
  *)

@stdlib/math-base-special-kernel-sin/lib/main.js:
  (**
  * @license Apache-2.0
  *
  * Copyright (c) 2018 The Stdlib Authors.
  *
  * Licensed under the Apache License, Version 2.0 (the "License");
  * you may not use this file except in compliance with the License.
  * You may obtain a copy of the License at
  *
  *    http://www.apache.org/licenses/LICENSE-2.0
  *
  * Unless required by applicable law or agreed to in writing, software
  * distributed under the License is distributed on an "AS IS" BASIS,
  * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
  * See the License for the specific language governing permissions and
  * limitations under the License.
  *
  *
  * ## Notice
  *
  * The following copyright, license, and long comment were part of the original implementation available as part of [FreeBSD]{@link https://svnweb.freebsd.org/base/release/9.3.0/lib/msun/src/k_sin.c}. The implementation follows the original, but has been modified for JavaScript.
  *
  * ```text
  * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
  *
  * Developed at SunPro, a Sun Microsystems, Inc. business.
  * Permission to use, copy, modify, and distribute this
  * software is freely granted, provided that this notice
  * is preserved.
  * ```
  *)

@stdlib/math-base-special-rempio2/lib/kernel_rempio2.js:
@stdlib/math-base-special-rempio2/lib/rempio2_medium.js:
  (**
  * @license Apache-2.0
  *
  * Copyright (c) 2018 The Stdlib Authors.
  *
  * Licensed under the Apache License, Version 2.0 (the "License");
  * you may not use this file except in compliance with the License.
  * You may obtain a copy of the License at
  *
  *    http://www.apache.org/licenses/LICENSE-2.0
  *
  * Unless required by applicable law or agreed to in writing, software
  * distributed under the License is distributed on an "AS IS" BASIS,
  * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
  * See the License for the specific language governing permissions and
  * limitations under the License.
  *
  *
  * ## Notice
  *
  * The following copyright and license were part of the original implementation available as part of [FreeBSD]{@link https://svnweb.freebsd.org/base/release/9.3.0/lib/msun/src/k_rem_pio2.c}. The implementation follows the original, but has been modified for JavaScript.
  *
  * ```text
  * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
  *
  * Developed at SunPro, a Sun Microsystems, Inc. business.
  * Permission to use, copy, modify, and distribute this
  * software is freely granted, provided that this notice
  * is preserved.
  * ```
  *)

@stdlib/math-base-special-rempio2/lib/main.js:
  (**
  * @license Apache-2.0
  *
  * Copyright (c) 2018 The Stdlib Authors.
  *
  * Licensed under the Apache License, Version 2.0 (the "License");
  * you may not use this file except in compliance with the License.
  * You may obtain a copy of the License at
  *
  *    http://www.apache.org/licenses/LICENSE-2.0
  *
  * Unless required by applicable law or agreed to in writing, software
  * distributed under the License is distributed on an "AS IS" BASIS,
  * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
  * See the License for the specific language governing permissions and
  * limitations under the License.
  *
  *
  * ## Notice
  *
  * The following copyright and license were part of the original implementation available as part of [FreeBSD]{@link https://svnweb.freebsd.org/base/release/9.3.0/lib/msun/src/e_rem_pio2.c}. The implementation follows the original, but has been modified for JavaScript.
  *
  * ```text
  * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
  *
  * Developed at SunPro, a Sun Microsystems, Inc. business.
  * Permission to use, copy, modify, and distribute this
  * software is freely granted, provided that this notice
  * is preserved.
  *
  * Optimized by Bruce D. Evans.
  * ```
  *)

@stdlib/math-base-special-cos/lib/main.js:
  (**
  * @license Apache-2.0
  *
  * Copyright (c) 2018 The Stdlib Authors.
  *
  * Licensed under the Apache License, Version 2.0 (the "License");
  * you may not use this file except in compliance with the License.
  * You may obtain a copy of the License at
  *
  *    http://www.apache.org/licenses/LICENSE-2.0
  *
  * Unless required by applicable law or agreed to in writing, software
  * distributed under the License is distributed on an "AS IS" BASIS,
  * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
  * See the License for the specific language governing permissions and
  * limitations under the License.
  *
  *
  * ## Notice
  *
  * The following copyright, license, and long comment were part of the original implementation available as part of [FreeBSD]{@link https://svnweb.freebsd.org/base/release/9.3.0/lib/msun/src/s_cos.c}. The implementation follows the original, but has been modified for JavaScript.
  *
  * ```text
  * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
  *
  * Developed at SunPro, a Sun Microsystems, Inc. business.
  * Permission to use, copy, modify, and distribute this
  * software is freely granted, provided that this notice
  * is preserved.
  * ```
  *)

@stdlib/math-base-special-sin/lib/main.js:
  (**
  * @license Apache-2.0
  *
  * Copyright (c) 2018 The Stdlib Authors.
  *
  * Licensed under the Apache License, Version 2.0 (the "License");
  * you may not use this file except in compliance with the License.
  * You may obtain a copy of the License at
  *
  *    http://www.apache.org/licenses/LICENSE-2.0
  *
  * Unless required by applicable law or agreed to in writing, software
  * distributed under the License is distributed on an "AS IS" BASIS,
  * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
  * See the License for the specific language governing permissions and
  * limitations under the License.
  *
  *
  * ## Notice
  *
  * The following copyright, license, and long comment were part of the original implementation available as part of [FreeBSD]{@link https://svnweb.freebsd.org/base/release/9.3.0/lib/msun/src/s_sin.c}. The implementation follows the original, but has been modified for JavaScript.
  *
  * ```text
  * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
  *
  * Developed at SunPro, a Sun Microsystems, Inc. business.
  * Permission to use, copy, modify, and distribute this
  * software is freely granted, provided that this notice
  * is preserved.
  * ```
  *)

@stdlib/math-base-special-gammaln/lib/polyval_a1.js:
@stdlib/math-base-special-gammaln/lib/polyval_a2.js:
@stdlib/math-base-special-gammaln/lib/polyval_r.js:
@stdlib/math-base-special-gammaln/lib/polyval_s.js:
@stdlib/math-base-special-gammaln/lib/polyval_t1.js:
@stdlib/math-base-special-gammaln/lib/polyval_t2.js:
@stdlib/math-base-special-gammaln/lib/polyval_t3.js:
@stdlib/math-base-special-gammaln/lib/polyval_u.js:
@stdlib/math-base-special-gammaln/lib/polyval_v.js:
@stdlib/math-base-special-gammaln/lib/polyval_w.js:
  (**
  * @license Apache-2.0
  *
  * Copyright (c) 2024 The Stdlib Authors.
  *
  * Licensed under the Apache License, Version 2.0 (the "License");
  * you may not use this file except in compliance with the License.
  * You may obtain a copy of the License at
  *
  *    http://www.apache.org/licenses/LICENSE-2.0
  *
  * Unless required by applicable law or agreed to in writing, software
  * distributed under the License is distributed on an "AS IS" BASIS,
  * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
  * See the License for the specific language governing permissions and
  * limitations under the License.
  *)

@stdlib/math-base-special-gammaln/lib/main.js:
  (**
  * @license Apache-2.0
  *
  * Copyright (c) 2018 The Stdlib Authors.
  *
  * Licensed under the Apache License, Version 2.0 (the "License");
  * you may not use this file except in compliance with the License.
  * You may obtain a copy of the License at
  *
  *    http://www.apache.org/licenses/LICENSE-2.0
  *
  * Unless required by applicable law or agreed to in writing, software
  * distributed under the License is distributed on an "AS IS" BASIS,
  * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
  * See the License for the specific language governing permissions and
  * limitations under the License.
  *
  *
  * ## Notice
  *
  * The following copyright, license, and long comment were part of the original implementation available as part of [FreeBSD]{@link https://svnweb.freebsd.org/base/release/12.2.0/lib/msun/src/e_lgamma_r.c}. The implementation follows the original, but has been modified for JavaScript.
  *
  * ```text
  * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
  *
  * Developed at SunPro, a Sun Microsystems, Inc. business.
  * Permission to use, copy, modify, and distribute this
  * software is freely granted, provided that this notice
  * is preserved.
  * ```
  *)
*/
