(()=>{var fs=Object.create;var tr=Object.defineProperty;var ls=Object.getOwnPropertyDescriptor;var ys=Object.getOwnPropertyNames;var qs=Object.getPrototypeOf,As=Object.prototype.hasOwnProperty;var i=(r,e)=>()=>{try{return e||r((e={exports:{}}).exports,e),e.exports}catch(a){throw e=0,a}};var gs=(r,e,a,t)=>{if(e&&typeof e=="object"||typeof e=="function")for(let s of ys(e))!As.call(r,s)&&s!==a&&tr(r,s,{get:()=>e[s],enumerable:!(t=ls(e,s))||t.enumerable});return r};var ds=(r,e,a)=>(a=r!=null?fs(qs(r)):{},gs(e||!r||!r.__esModule?tr(a,"default",{value:r,enumerable:!0}):a,r));var ar=i((bc,ir)=>{"use strict";function hs(r){return r!==r}ir.exports=hs});var l=i((wc,sr)=>{"use strict";var _s=ar();sr.exports=_s});var ur=i((Nc,nr)=>{"use strict";var ms=Math.floor;nr.exports=ms});var cr=i((xc,or)=>{"use strict";var Es=ur();or.exports=Es});var pr=i((Oc,vr)=>{"use strict";var Ss=Math.ceil;vr.exports=Ss});var lr=i((Tc,fr)=>{"use strict";var Is=pr();fr.exports=Is});var qr=i((Uc,yr)=>{"use strict";var bs=cr(),ws=lr();function Ns(r){return r<0?ws(r):bs(r)}yr.exports=Ns});var gr=i((Fc,Ar)=>{"use strict";var xs=qr();Ar.exports=xs});var hr=i((Lc,dr)=>{"use strict";dr.exports=Number});var mr=i((Pc,_r)=>{"use strict";var Os=hr();_r.exports=Os});var y=i((Rc,Er)=>{"use strict";var Ts=mr(),Us=Ts.NEGATIVE_INFINITY;Er.exports=Us});var q=i((Wc,Sr)=>{"use strict";var Fs=Number.POSITIVE_INFINITY;Sr.exports=Fs});var b=i((Gc,Ir)=>{"use strict";var Ls=1023;Ir.exports=Ls});var wr=i((Mc,br)=>{"use strict";var Ps=1023;br.exports=Ps});var xr=i((Hc,Nr)=>{"use strict";var Rs=-1023;Nr.exports=Rs});var Tr=i((Xc,Or)=>{"use strict";var Ws=-1074;Or.exports=Ws});var Fr=i((Cc,Ur)=>{"use strict";var Gs=q(),Ms=y();function Hs(r){return r===Gs||r===Ms}Ur.exports=Hs});var w=i((Vc,Lr)=>{"use strict";var Xs=Fr();Lr.exports=Xs});var Rr=i((Bc,Pr)=>{"use strict";var Cs=2147483648;Pr.exports=Cs});var Gr=i((Dc,Wr)=>{"use strict";var Vs=2147483647;Wr.exports=Vs});var Hr=i((zc,Mr)=>{"use strict";var Bs=typeof Object.defineProperty=="function"?Object.defineProperty:null;Mr.exports=Bs});var Cr=i((Zc,Xr)=>{"use strict";var Ds=Hr();function zs(){try{return Ds({},"x",{}),!0}catch{return!1}}Xr.exports=zs});var Br=i(($c,Vr)=>{"use strict";var Zs=Object.defineProperty;Vr.exports=Zs});var N=i((Kc,Dr)=>{"use strict";function $s(r){return typeof r=="number"}Dr.exports=$s});var x=i((Qc,Zr)=>{"use strict";function Ks(r){return r[0]==="-"}function zr(r){var e="",a;for(a=0;a<r;a++)e+="0";return e}function Qs(r,e,a){var t=!1,s=e-r.length;return s<0||(Ks(r)&&(t=!0,r=r.substr(1)),r=a?r+zr(s):zr(s)+r,t&&(r="-"+r)),r}Zr.exports=Qs});var jr=i((jc,Qr)=>{"use strict";var js=N(),$r=x(),Ys=String.prototype.toLowerCase,Kr=String.prototype.toUpperCase;function Js(r){var e,a,t;switch(r.specifier){case"b":e=2;break;case"o":e=8;break;case"x":case"X":e=16;break;default:e=10;break}if(a=r.arg,t=parseInt(a,10),!isFinite(t)){if(!js(a))throw new Error("invalid integer. Value: "+a);t=0}return t<0&&(r.specifier==="u"||e!==10)&&(t=4294967295+t+1),t<0?(a=(-t).toString(e),r.precision&&(a=$r(a,r.precision,r.padRight)),a="-"+a):(a=t.toString(e),!t&&!r.precision?a="":r.precision&&(a=$r(a,r.precision,r.padRight)),r.sign&&(a=r.sign+a)),e===16&&(r.alternate&&(a="0x"+a),a=r.specifier===Kr.call(r.specifier)?Kr.call(a):Ys.call(a)),e===8&&r.alternate&&a.charAt(0)!=="0"&&(a="0"+a),a}Qr.exports=Js});var Jr=i((Yc,Yr)=>{"use strict";function ks(r){return typeof r=="string"}Yr.exports=ks});var ee=i((Jc,re)=>{"use strict";var rn=Math.abs,en=String.prototype.toLowerCase,kr=String.prototype.toUpperCase,v=String.prototype.replace,tn=/e\+(\d)$/,an=/e-(\d)$/,sn=/^(\d+)$/,nn=/^(\d+)e/,un=/\.0$/,on=/\.0*e/,cn=/(\..*[^0])0*e/;function vn(r,e){var a,t;switch(e.specifier){case"e":case"E":t=r.toExponential(e.precision);break;case"f":case"F":t=r.toFixed(e.precision);break;case"g":case"G":rn(r)<1e-4?(a=e.precision,a>0&&(a-=1),t=r.toExponential(a)):t=r.toPrecision(e.precision),e.alternate||(t=v.call(t,cn,"$1e"),t=v.call(t,on,"e"),t=v.call(t,un,""));break;default:throw new Error("invalid double notation. Value: "+e.specifier)}return t=v.call(t,tn,"e+0$1"),t=v.call(t,an,"e-0$1"),e.alternate&&(t=v.call(t,sn,"$1."),t=v.call(t,nn,"$1.e")),r>=0&&e.sign&&(t=e.sign+t),t=e.specifier===kr.call(e.specifier)?kr.call(t):en.call(t),t}re.exports=vn});var ae=i((kc,ie)=>{"use strict";function te(r){var e="",a;for(a=0;a<r;a++)e+=" ";return e}function pn(r,e,a){var t=e-r.length;return t<0||(r=a?r+te(t):te(t)+r),r}ie.exports=pn});var ne=i((rv,se)=>{"use strict";var fn=jr(),ln=Jr(),yn=N(),qn=ee(),An=ae(),gn=x(),dn=String.fromCharCode,hn=Array.isArray;function E(r){return r!==r}function _n(r){var e={};return e.specifier=r.specifier,e.precision=r.precision===void 0?1:r.precision,e.width=r.width,e.flags=r.flags||"",e.mapping=r.mapping,e}function mn(r){var e,a,t,s,n,u,o,c,f,m;if(!hn(r))throw new TypeError("invalid argument. First argument must be an array. Value: `"+r+"`.");for(u="",o=1,f=0;f<r.length;f++)if(t=r[f],ln(t))u+=t;else{if(e=t.precision!==void 0,t=_n(t),!t.specifier)throw new TypeError("invalid argument. Token is missing `specifier` property. Index: `"+f+"`. Value: `"+t+"`.");for(t.mapping&&(o=t.mapping),a=t.flags,m=0;m<a.length;m++)switch(s=a.charAt(m),s){case" ":t.sign=" ";break;case"+":t.sign="+";break;case"-":t.padRight=!0,t.padZeros=!1;break;case"0":t.padZeros=a.indexOf("-")<0;break;case"#":t.alternate=!0;break;default:throw new Error("invalid flag: "+s)}if(t.width==="*"){if(t.width=parseInt(arguments[o],10),o+=1,E(t.width))throw new TypeError("the argument for * width at position "+o+" is not a number. Value: `"+t.width+"`.");t.width<0&&(t.padRight=!0,t.width=-t.width)}if(e&&t.precision==="*"){if(t.precision=parseInt(arguments[o],10),o+=1,E(t.precision))throw new TypeError("the argument for * precision at position "+o+" is not a number. Value: `"+t.precision+"`.");t.precision<0&&(t.precision=1,e=!1)}switch(t.arg=arguments[o],t.specifier){case"b":case"o":case"x":case"X":case"d":case"i":case"u":e&&(t.padZeros=!1),t.arg=fn(t);break;case"s":t.maxWidth=e?t.precision:-1,t.arg=String(t.arg);break;case"c":if(!E(t.arg)){if(n=parseInt(t.arg,10),n<0||n>127)throw new Error("invalid character code. Value: "+t.arg);t.arg=E(n)?String(t.arg):dn(n)}break;case"e":case"E":case"f":case"F":case"g":case"G":if(e||(t.precision=6),c=parseFloat(t.arg),!isFinite(c)){if(!yn(t.arg))throw new Error("invalid floating-point number. Value: "+u);c=t.arg,t.padZeros=!1}t.arg=qn(c,t);break;default:throw new Error("invalid specifier: "+t.specifier)}t.maxWidth>=0&&t.arg.length>t.maxWidth&&(t.arg=t.arg.substring(0,t.maxWidth)),t.padZeros?t.arg=gn(t.arg,t.width||t.precision,t.padRight):t.width&&(t.arg=An(t.arg,t.width,t.padRight)),u+=t.arg||"",o+=1}return u}se.exports=mn});var oe=i((ev,ue)=>{"use strict";var En=ne();ue.exports=En});var ve=i((tv,ce)=>{"use strict";var S=/%(?:([1-9]\d*)\$)?([0 +\-#]*)(\*|\d+)?(?:(\.)(\*|\d+)?)?[hlL]?([%A-Za-z])/g;function Sn(r){var e={mapping:r[1]?parseInt(r[1],10):void 0,flags:r[2],width:r[3],precision:r[5],specifier:r[6]};return r[4]==="."&&r[5]===void 0&&(e.precision="1"),e}function In(r){var e,a,t,s;for(a=[],s=0,t=S.exec(r);t;)e=r.slice(s,S.lastIndex-t[0].length),e.length&&a.push(e),t[6]==="%"?a.push("%"):a.push(Sn(t)),s=S.lastIndex,t=S.exec(r);return e=r.slice(s),e.length&&a.push(e),a}ce.exports=In});var fe=i((iv,pe)=>{"use strict";var bn=ve();pe.exports=bn});var ye=i((av,le)=>{"use strict";function wn(r){return typeof r=="string"}le.exports=wn});var ge=i((sv,Ae)=>{"use strict";var Nn=oe(),xn=fe(),On=ye();function qe(r){var e,a;if(!On(r))throw new TypeError(qe("invalid argument. First argument must be a string. Value: `%s`.",r));for(e=[xn(r)],a=1;a<arguments.length;a++)e.push(arguments[a]);return Nn.apply(null,e)}Ae.exports=qe});var he=i((nv,de)=>{"use strict";var Tn=ge();de.exports=Tn});var be=i((uv,Ie)=>{"use strict";var _e=he(),p=Object.prototype,me=p.toString,Ee=p.__defineGetter__,Se=p.__defineSetter__,Un=p.__lookupGetter__,Fn=p.__lookupSetter__;function Ln(r,e,a){var t,s,n,u;if(typeof r!="object"||r===null||me.call(r)==="[object Array]")throw new TypeError(_e("invalid argument. First argument must be an object. Value: `%s`.",r));if(typeof a!="object"||a===null||me.call(a)==="[object Array]")throw new TypeError(_e("invalid argument. Property descriptor must be an object. Value: `%s`.",a));if(s="value"in a,s&&(Un.call(r,e)||Fn.call(r,e)?(t=r.__proto__,r.__proto__=p,delete r[e],r[e]=a.value,r.__proto__=t):r[e]=a.value),n="get"in a,u="set"in a,s&&(n||u))throw new Error("invalid argument. Cannot specify one or more accessors and a value or writable attribute in the property descriptor.");return n&&Ee&&Ee.call(r,e,a.get),u&&Se&&Se.call(r,e,a.set),r}Ie.exports=Ln});var Ne=i((ov,we)=>{"use strict";var Pn=Cr(),Rn=Br(),Wn=be(),O;Pn()?O=Rn:O=Wn;we.exports=O});var Oe=i((cv,xe)=>{"use strict";var Gn=Ne();function Mn(r,e,a){Gn(r,e,{configurable:!1,enumerable:!1,writable:!1,value:a})}xe.exports=Mn});var T=i((vv,Te)=>{"use strict";var Hn=Oe();Te.exports=Hn});var Fe=i((pv,Ue)=>{"use strict";function Xn(){return typeof Symbol=="function"&&typeof Symbol("foo")=="symbol"}Ue.exports=Xn});var Pe=i((fv,Le)=>{"use strict";var Cn=Fe();Le.exports=Cn});var We=i((lv,Re)=>{"use strict";var Vn=Pe(),Bn=Vn();function Dn(){return Bn&&typeof Symbol.toStringTag=="symbol"}Re.exports=Dn});var Me=i((yv,Ge)=>{"use strict";var zn=We();Ge.exports=zn});var U=i((qv,He)=>{"use strict";var Zn=Object.prototype.toString;He.exports=Zn});var Ce=i((Av,Xe)=>{"use strict";var $n=U();function Kn(r){return $n.call(r)}Xe.exports=Kn});var Be=i((gv,Ve)=>{"use strict";var Qn=Object.prototype.hasOwnProperty;function jn(r,e){return r==null?!1:Qn.call(r,e)}Ve.exports=jn});var ze=i((dv,De)=>{"use strict";var Yn=Be();De.exports=Yn});var $e=i((hv,Ze)=>{"use strict";var Jn=typeof Symbol=="function"?Symbol:void 0;Ze.exports=Jn});var Qe=i((_v,Ke)=>{"use strict";var kn=$e();Ke.exports=kn});var Je=i((mv,Ye)=>{"use strict";var je=Qe(),ru=typeof je=="function"?je.toStringTag:"";Ye.exports=ru});var rt=i((Ev,ke)=>{"use strict";var eu=ze(),A=Je(),F=U();function tu(r){var e,a,t;if(r==null)return F.call(r);a=r[A],e=eu(r,A);try{r[A]=void 0}catch{return F.call(r)}return t=F.call(r),e?r[A]=a:delete r[A],t}ke.exports=tu});var g=i((Sv,et)=>{"use strict";var iu=Me(),au=Ce(),su=rt(),L;iu()?L=su:L=au;et.exports=L});var it=i((Iv,tt)=>{"use strict";var nu=g(),uu=typeof Uint32Array=="function";function ou(r){return uu&&r instanceof Uint32Array||nu(r)==="[object Uint32Array]"}tt.exports=ou});var st=i((bv,at)=>{"use strict";var cu=it();at.exports=cu});var ut=i((wv,nt)=>{"use strict";var vu=4294967295;nt.exports=vu});var ct=i((Nv,ot)=>{"use strict";var pu=typeof Uint32Array=="function"?Uint32Array:null;ot.exports=pu});var ft=i((xv,pt)=>{"use strict";var fu=st(),P=ut(),vt=ct();function lu(){var r,e;if(typeof vt!="function")return!1;try{e=[1,3.14,-3.14,P+1,P+2],e=new vt(e),r=fu(e)&&e[0]===1&&e[1]===3&&e[2]===P-2&&e[3]===0&&e[4]===1}catch{r=!1}return r}pt.exports=lu});var yt=i((Ov,lt)=>{"use strict";var yu=ft();lt.exports=yu});var At=i((Tv,qt)=>{"use strict";var qu=typeof Uint32Array=="function"?Uint32Array:void 0;qt.exports=qu});var dt=i((Uv,gt)=>{"use strict";function Au(){throw new Error("not implemented")}gt.exports=Au});var d=i((Fv,ht)=>{"use strict";var gu=yt(),du=At(),hu=dt(),R;gu()?R=du:R=hu;ht.exports=R});var mt=i((Lv,_t)=>{"use strict";var _u=g(),mu=typeof Float64Array=="function";function Eu(r){return mu&&r instanceof Float64Array||_u(r)==="[object Float64Array]"}_t.exports=Eu});var St=i((Pv,Et)=>{"use strict";var Su=mt();Et.exports=Su});var bt=i((Rv,It)=>{"use strict";var Iu=typeof Float64Array=="function"?Float64Array:null;It.exports=Iu});var xt=i((Wv,Nt)=>{"use strict";var bu=St(),wt=bt();function wu(){var r,e;if(typeof wt!="function")return!1;try{e=new wt([1,3.14,-3.14,NaN]),r=bu(e)&&e[0]===1&&e[1]===3.14&&e[2]===-3.14&&e[3]!==e[3]}catch{r=!1}return r}Nt.exports=wu});var Tt=i((Gv,Ot)=>{"use strict";var Nu=xt();Ot.exports=Nu});var Ft=i((Mv,Ut)=>{"use strict";var xu=typeof Float64Array=="function"?Float64Array:void 0;Ut.exports=xu});var Pt=i((Hv,Lt)=>{"use strict";function Ou(){throw new Error("not implemented")}Lt.exports=Ou});var h=i((Xv,Rt)=>{"use strict";var Tu=Tt(),Uu=Ft(),Fu=Pt(),W;Tu()?W=Uu:W=Fu;Rt.exports=W});var Gt=i((Cv,Wt)=>{"use strict";var Lu=g(),Pu=typeof Uint8Array=="function";function Ru(r){return Pu&&r instanceof Uint8Array||Lu(r)==="[object Uint8Array]"}Wt.exports=Ru});var Ht=i((Vv,Mt)=>{"use strict";var Wu=Gt();Mt.exports=Wu});var Ct=i((Bv,Xt)=>{"use strict";var Gu=255;Xt.exports=Gu});var Bt=i((Dv,Vt)=>{"use strict";var Mu=typeof Uint8Array=="function"?Uint8Array:null;Vt.exports=Mu});var Zt=i((zv,zt)=>{"use strict";var Hu=Ht(),G=Ct(),Dt=Bt();function Xu(){var r,e;if(typeof Dt!="function")return!1;try{e=[1,3.14,-3.14,G+1,G+2],e=new Dt(e),r=Hu(e)&&e[0]===1&&e[1]===3&&e[2]===G-2&&e[3]===0&&e[4]===1}catch{r=!1}return r}zt.exports=Xu});var Kt=i((Zv,$t)=>{"use strict";var Cu=Zt();$t.exports=Cu});var jt=i(($v,Qt)=>{"use strict";var Vu=typeof Uint8Array=="function"?Uint8Array:void 0;Qt.exports=Vu});var Jt=i((Kv,Yt)=>{"use strict";function Bu(){throw new Error("not implemented")}Yt.exports=Bu});var ri=i((Qv,kt)=>{"use strict";var Du=Kt(),zu=jt(),Zu=Jt(),M;Du()?M=zu:M=Zu;kt.exports=M});var ti=i((jv,ei)=>{"use strict";var $u=g(),Ku=typeof Uint16Array=="function";function Qu(r){return Ku&&r instanceof Uint16Array||$u(r)==="[object Uint16Array]"}ei.exports=Qu});var ai=i((Yv,ii)=>{"use strict";var ju=ti();ii.exports=ju});var ni=i((Jv,si)=>{"use strict";var Yu=65535;si.exports=Yu});var oi=i((kv,ui)=>{"use strict";var Ju=typeof Uint16Array=="function"?Uint16Array:null;ui.exports=Ju});var pi=i((rp,vi)=>{"use strict";var ku=ai(),H=ni(),ci=oi();function ro(){var r,e;if(typeof ci!="function")return!1;try{e=[1,3.14,-3.14,H+1,H+2],e=new ci(e),r=ku(e)&&e[0]===1&&e[1]===3&&e[2]===H-2&&e[3]===0&&e[4]===1}catch{r=!1}return r}vi.exports=ro});var li=i((ep,fi)=>{"use strict";var eo=pi();fi.exports=eo});var qi=i((tp,yi)=>{"use strict";var to=typeof Uint16Array=="function"?Uint16Array:void 0;yi.exports=to});var gi=i((ip,Ai)=>{"use strict";function io(){throw new Error("not implemented")}Ai.exports=io});var hi=i((ap,di)=>{"use strict";var ao=li(),so=qi(),no=gi(),X;ao()?X=so:X=no;di.exports=X});var mi=i((sp,_i)=>{"use strict";var uo=ri(),oo=hi(),co={uint16:oo,uint8:uo};_i.exports=co});var bi=i((np,Ii)=>{"use strict";var Ei=mi(),Si;function vo(){var r,e;return r=new Ei.uint16(1),r[0]=4660,e=new Ei.uint8(r.buffer),e[0]===52}Si=vo();Ii.exports=Si});var _=i((up,wi)=>{"use strict";var po=bi();wi.exports=po});var Oi=i((op,xi)=>{"use strict";var fo=_(),Ni,C,V;fo===!0?(C=1,V=0):(C=0,V=1);Ni={HIGH:C,LOW:V};xi.exports=Ni});var B=i((cp,Li)=>{"use strict";var lo=d(),yo=h(),Ui=Oi(),Fi=new yo(1),Ti=new lo(Fi.buffer),qo=Ui.HIGH,Ao=Ui.LOW;function go(r,e,a,t){return Fi[0]=r,e[t]=Ti[qo],e[t+a]=Ti[Ao],e}Li.exports=go});var Ri=i((vp,Pi)=>{"use strict";var ho=B();function _o(r){return ho(r,[0,0],1,0)}Pi.exports=_o});var D=i((pp,Gi)=>{"use strict";var mo=T(),Wi=Ri(),Eo=B();mo(Wi,"assign",Eo);Gi.exports=Wi});var Hi=i((fp,Mi)=>{"use strict";var So=_(),z;So===!0?z=1:z=0;Mi.exports=z});var Vi=i((lp,Ci)=>{"use strict";var Io=d(),bo=h(),wo=Hi(),Xi=new bo(1),No=new Io(Xi.buffer);function xo(r){return Xi[0]=r,No[wo]}Ci.exports=xo});var Z=i((yp,Bi)=>{"use strict";var Oo=Vi();Bi.exports=Oo});var Zi=i((qp,zi)=>{"use strict";var To=_(),Di,$,K;To===!0?($=1,K=0):($=0,K=1);Di={HIGH:$,LOW:K};zi.exports=Di});var Yi=i((Ap,ji)=>{"use strict";var Uo=d(),Fo=h(),Ki=Zi(),Qi=new Fo(1),$i=new Uo(Qi.buffer),Lo=Ki.HIGH,Po=Ki.LOW;function Ro(r,e){return $i[Lo]=r,$i[Po]=e,Qi[0]}ji.exports=Ro});var Q=i((gp,Ji)=>{"use strict";var Wo=Yi();Ji.exports=Wo});var ra=i((dp,ki)=>{"use strict";var Go=Rr(),Mo=Gr(),Ho=D(),Xo=Z(),Co=Q(),j=[0,0];function Vo(r,e){var a,t;return Ho.assign(r,j,1,0),a=j[0],a&=Mo,t=Xo(e),t&=Go,a|=t,Co(a,j[1])}ki.exports=Vo});var ta=i((hp,ea)=>{"use strict";var Bo=ra();ea.exports=Bo});var aa=i((_p,ia)=>{"use strict";var Do=22250738585072014e-324;ia.exports=Do});var na=i((mp,sa)=>{"use strict";function zo(r){return Math.abs(r)}sa.exports=zo});var oa=i((Ep,ua)=>{"use strict";var Zo=na();ua.exports=Zo});var Y=i((Sp,ca)=>{"use strict";var $o=aa(),Ko=w(),Qo=l(),jo=oa(),Yo=4503599627370496;function Jo(r,e,a,t){return Qo(r)||Ko(r)?(e[t]=r,e[t+a]=0,e):r!==0&&jo(r)<$o?(e[t]=r*Yo,e[t+a]=-52,e):(e[t]=r,e[t+a]=0,e)}ca.exports=Jo});var pa=i((Ip,va)=>{"use strict";var ko=Y();function r0(r){return ko(r,[0,0],1,0)}va.exports=r0});var ya=i((bp,la)=>{"use strict";var e0=T(),fa=pa(),t0=Y();e0(fa,"assign",t0);la.exports=fa});var Aa=i((wp,qa)=>{"use strict";var i0=2146435072;qa.exports=i0});var da=i((Np,ga)=>{"use strict";var a0=Z(),s0=Aa(),n0=b();function u0(r){var e=a0(r);return e=(e&s0)>>>20,e-n0|0}ga.exports=u0});var _a=i((xp,ha)=>{"use strict";var o0=da();ha.exports=o0});var Ea=i((Op,ma)=>{"use strict";var c0=q(),v0=y(),p0=b(),f0=wr(),l0=xr(),y0=Tr(),q0=l(),A0=w(),g0=ta(),d0=ya().assign,h0=_a(),_0=D(),m0=Q(),E0=2220446049250313e-31,S0=2148532223,J=[0,0],k=[0,0];function I0(r,e){var a,t;return e===0||r===0||q0(r)||A0(r)?r:(d0(r,J,1,0),r=J[0],e+=J[1],e+=h0(r),e<y0?g0(0,r):e>f0?r<0?v0:c0:(e<=l0?(e+=52,t=E0):t=1,_0.assign(r,k,1,0),a=k[0],a&=S0,a|=e+p0<<20,t*m0(a,k[1])))}ma.exports=I0});var Ia=i((Tp,Sa)=>{"use strict";var b0=Ea();Sa.exports=b0});var wa=i((Up,ba)=>{"use strict";function w0(r){return r===0?.16666666666666602:.16666666666666602+r*(-.0027777777777015593+r*(6613756321437934e-20+r*(-16533902205465252e-22+r*41381367970572385e-24)))}ba.exports=w0});var xa=i((Fp,Na)=>{"use strict";var N0=Ia(),x0=wa();function O0(r,e,a){var t,s,n,u;return t=r-e,s=t*t,n=t-s*x0(s),u=1-(e-t*n/(2-n)-r),N0(u,a)}Na.exports=O0});var Pa=i((Lp,La)=>{"use strict";var T0=l(),Oa=gr(),U0=y(),Ta=q(),F0=xa(),L0=.6931471803691238,P0=19082149292705877e-26,Ua=1.4426950408889634,R0=709.782712893384,W0=-745.1332191019411,Fa=1/(1<<28),G0=-Fa;function M0(r){var e,a,t;return T0(r)||r===Ta?r:r===U0?0:r>R0?Ta:r<W0?0:r>G0&&r<Fa?1+r:(r<0?t=Oa(Ua*r-.5):t=Oa(Ua*r+.5),e=r-t*L0,a=t*P0,F0(e,a,t))}La.exports=M0});var Wa=i((Pp,Ra)=>{"use strict";var H0=Pa();Ra.exports=H0});var Ma=i((Rp,Ga)=>{"use strict";var X0=_(),rr;X0===!0?rr=0:rr=1;Ga.exports=rr});var Xa=i((Wp,Ha)=>{"use strict";var C0=d(),V0=h(),B0=Ma(),er=new V0(1),D0=new C0(er.buffer);function z0(r,e){return er[0]=r,D0[B0]=e>>>0,er[0]}Ha.exports=z0});var Va=i((Gp,Ca)=>{"use strict";var Z0=Xa();Ca.exports=Z0});var Da=i((Mp,Ba)=>{"use strict";function $0(r){return r===0?-.3250421072470015:-.3250421072470015+r*(-.02848174957559851+r*(-.005770270296489442+r*-23763016656650163e-21))}Ba.exports=$0});var Za=i((Hp,za)=>{"use strict";function K0(r){return r===0?.39791722395915535:.39791722395915535+r*(.0650222499887673+r*(.005081306281875766+r*(.00013249473800432164+r*-3960228278775368e-21)))}za.exports=K0});var Ka=i((Xp,$a)=>{"use strict";function Q0(r){return r===0?.41485611868374833:.41485611868374833+r*(-.3722078760357013+r*(.31834661990116175+r*(-.11089469428239668+r*(.035478304325618236+r*-.002166375594868791))))}$a.exports=Q0});var ja=i((Cp,Qa)=>{"use strict";function j0(r){return r===0?.10642088040084423:.10642088040084423+r*(.540397917702171+r*(.07182865441419627+r*(.12617121980876164+r*(.01363708391202905+r*.011984499846799107))))}Qa.exports=j0});var Ja=i((Vp,Ya)=>{"use strict";function Y0(r){return r===0?-.6938585727071818:-.6938585727071818+r*(-10.558626225323291+r*(-62.375332450326006+r*(-162.39666946257347+r*(-184.60509290671104+r*(-81.2874355063066+r*-9.814329344169145)))))}Ya.exports=Y0});var rs=i((Bp,ka)=>{"use strict";function J0(r){return r===0?19.651271667439257:19.651271667439257+r*(137.65775414351904+r*(434.56587747522923+r*(645.3872717332679+r*(429.00814002756783+r*(108.63500554177944+r*(6.570249770319282+r*-.0604244152148581))))))}ka.exports=J0});var ts=i((Dp,es)=>{"use strict";function k0(r){return r===0?-.799283237680523:-.799283237680523+r*(-17.757954917754752+r*(-160.63638485582192+r*(-637.5664433683896+r*(-1025.0951316110772+r*-483.5191916086514))))}es.exports=k0});var as=i((zp,is)=>{"use strict";function rc(r){return r===0?30.33806074348246:30.33806074348246+r*(325.7925129965739+r*(1536.729586084437+r*(3199.8582195085955+r*(2553.0504064331644+r*(474.52854120695537+r*-22.44095244658582)))))}is.exports=rc});var os=i((Zp,us)=>{"use strict";var ec=l(),ss=Wa(),tc=Va(),ic=q(),ac=y(),sc=Da(),nc=Za(),uc=Ka(),oc=ja(),cc=Ja(),vc=rs(),pc=ts(),fc=as(),I=1e-300,lc=13877787807814457e-33,ns=.8450629115104675,yc=.12837916709551256,qc=1,Ac=-.0023621185607526594,gc=1,dc=-.009864944034847148,hc=1,_c=-.0098649429247001,mc=1;function Ec(r){var e,a,t,s,n,u,o,c;if(ec(r))return NaN;if(r===ic)return 0;if(r===ac)return 2;if(r===0)return 1;if(r<0?(e=!0,a=-r):(e=!1,a=r),a<.84375)return a<lc?1-r:(t=r*r,s=yc+t*sc(t),n=qc+t*nc(t),u=s/n,r<.25?1-(r+r*u):(s=r*u,s+=r-.5,.5-s));if(a<1.25)return n=a-1,o=Ac+n*uc(n),c=gc+n*oc(n),e?1+ns+o/c:1-ns-o/c;if(a<28){if(n=1/(a*a),a<2.857142857142857)s=dc+n*cc(n),n=hc+n*vc(n);else{if(r<-6)return 2-I;s=_c+n*pc(n),n=mc+n*fc(n)}return t=tc(a,0),s=ss(-(t*t)-.5625)*ss((t-a)*(t+a)+s/n),e?2-s/a:s/a}return e?2-I:I*I}us.exports=Ec});var vs=i(($p,cs)=>{"use strict";var Sc=os();cs.exports=Sc});var ps=ds(vs());((globalThis.SpaceForTime??={}).special??={}).ndtr=r=>(0,ps.default)(-r*Math.SQRT1_2)/2;})();
/*! Bundled license information:

@stdlib/math-base-assert-is-nan/lib/main.js:
@stdlib/math-base-assert-is-nan/lib/index.js:
@stdlib/math-base-special-floor/lib/main.js:
@stdlib/math-base-special-floor/lib/index.js:
@stdlib/math-base-special-ceil/lib/main.js:
@stdlib/math-base-special-ceil/lib/index.js:
@stdlib/math-base-special-trunc/lib/main.js:
@stdlib/math-base-special-trunc/lib/index.js:
@stdlib/number-ctor/lib/main.js:
@stdlib/number-ctor/lib/index.js:
@stdlib/constants-float64-ninf/lib/index.js:
@stdlib/constants-float64-pinf/lib/index.js:
@stdlib/constants-float64-exponent-bias/lib/index.js:
@stdlib/constants-float64-max-base2-exponent/lib/index.js:
@stdlib/constants-float64-max-base2-exponent-subnormal/lib/index.js:
@stdlib/constants-float64-min-base2-exponent-subnormal/lib/index.js:
@stdlib/math-base-assert-is-infinite/lib/main.js:
@stdlib/math-base-assert-is-infinite/lib/index.js:
@stdlib/utils-define-property/lib/builtin.js:
@stdlib/utils-define-property/lib/polyfill.js:
@stdlib/utils-define-property/lib/index.js:
@stdlib/utils-define-nonenumerable-read-only-property/lib/main.js:
@stdlib/utils-define-nonenumerable-read-only-property/lib/index.js:
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
@stdlib/number-float64-base-to-words/lib/indices.js:
@stdlib/number-float64-base-to-words/lib/assign.js:
@stdlib/number-float64-base-to-words/lib/main.js:
@stdlib/number-float64-base-to-words/lib/index.js:
@stdlib/number-float64-base-get-high-word/lib/high.js:
@stdlib/number-float64-base-get-high-word/lib/main.js:
@stdlib/number-float64-base-get-high-word/lib/index.js:
@stdlib/number-float64-base-from-words/lib/indices.js:
@stdlib/number-float64-base-from-words/lib/main.js:
@stdlib/number-float64-base-from-words/lib/index.js:
@stdlib/math-base-special-copysign/lib/main.js:
@stdlib/math-base-special-copysign/lib/index.js:
@stdlib/constants-float64-smallest-normal/lib/index.js:
@stdlib/math-base-special-abs/lib/index.js:
@stdlib/number-float64-base-normalize/lib/assign.js:
@stdlib/number-float64-base-normalize/lib/main.js:
@stdlib/number-float64-base-normalize/lib/index.js:
@stdlib/constants-float64-high-word-exponent-mask/lib/index.js:
@stdlib/number-float64-base-exponent/lib/main.js:
@stdlib/number-float64-base-exponent/lib/index.js:
@stdlib/math-base-special-ldexp/lib/main.js:
@stdlib/math-base-special-ldexp/lib/index.js:
@stdlib/math-base-special-exp/lib/index.js:
@stdlib/number-float64-base-set-low-word/lib/low.js:
@stdlib/number-float64-base-set-low-word/lib/main.js:
@stdlib/number-float64-base-set-low-word/lib/index.js:
@stdlib/math-base-special-erfc/lib/index.js:
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

@stdlib/constants-float64-high-word-sign-mask/lib/index.js:
@stdlib/constants-float64-high-word-abs-mask/lib/index.js:
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
@stdlib/math-base-special-exp/lib/polyval_p.js:
@stdlib/math-base-special-erfc/lib/polyval_pp.js:
@stdlib/math-base-special-erfc/lib/polyval_qq.js:
@stdlib/math-base-special-erfc/lib/polyval_pa.js:
@stdlib/math-base-special-erfc/lib/polyval_qa.js:
@stdlib/math-base-special-erfc/lib/polyval_ra.js:
@stdlib/math-base-special-erfc/lib/polyval_sa.js:
@stdlib/math-base-special-erfc/lib/polyval_rb.js:
@stdlib/math-base-special-erfc/lib/polyval_sb.js:
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

@stdlib/utils-define-property/lib/define_property.js:
@stdlib/utils-define-property/lib/has_define_property_support.js:
@stdlib/math-base-special-abs/lib/main.js:
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

@stdlib/math-base-special-exp/lib/expmulti.js:
@stdlib/math-base-special-exp/lib/main.js:
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
  * The following copyrights, licenses, and long comment were part of the original implementation available as part of [Go]{@link https://github.com/golang/go/blob/cb07765045aed5104a3df31507564ac99e6ddce8/src/math/exp.go}, which in turn was based on an implementation available as part of [FreeBSD]{@link https://svnweb.freebsd.org/base/release/9.3.0/lib/msun/src/e_exp.c}. The implementation follows the original, but has been modified for JavaScript.
  *
  * ```text
  * Copyright (c) 2009 The Go Authors. All rights reserved.
  *
  * Redistribution and use in source and binary forms, with or without
  * modification, are permitted provided that the following conditions are
  * met:
  *
  *    * Redistributions of source code must retain the above copyright
  * notice, this list of conditions and the following disclaimer.
  *    * Redistributions in binary form must reproduce the above
  * copyright notice, this list of conditions and the following disclaimer
  * in the documentation and/or other materials provided with the
  * distribution.
  *    * Neither the name of Google Inc. nor the names of its
  * contributors may be used to endorse or promote products derived from
  * this software without specific prior written permission.
  *
  * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS
  * "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT
  * LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR
  * A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT
  * OWNER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL,
  * SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT
  * LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE,
  * DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY
  * THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT
  * (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
  * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
  * ```
  *
  * ```text
  * Copyright (C) 2004 by Sun Microsystems, Inc. All rights reserved.
  *
  * Developed at SunPro, a Sun Microsystems, Inc. business.
  * Permission to use, copy, modify, and distribute this
  * software is freely granted, provided that this notice
  * is preserved.
  * ```
  *)

@stdlib/math-base-special-erfc/lib/main.js:
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
  * The following copyright, license, and long comment were part of the original implementation available as part of [FreeBSD]{@link https://svnweb.freebsd.org/base/release/9.3.0/lib/msun/src/s_erf.c}. The implementation follows the original, but has been modified for JavaScript.
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
