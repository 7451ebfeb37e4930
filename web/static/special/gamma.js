(()=>{var On=Object.create;var ae=Object.defineProperty;var hn=Object.getOwnPropertyDescriptor;var xn=Object.getOwnPropertyNames;var yn=Object.getPrototypeOf,Fn=Object.prototype.hasOwnProperty;var a=(r,e)=>()=>{try{return e||r((e={exports:{}}).exports,e),e.exports}catch(i){throw e=0,i}};var Hn=(r,e,i,t)=>{if(e&&typeof e=="object"||typeof e=="function")for(let s of xn(e))!Fn.call(r,s)&&s!==i&&ae(r,s,{get:()=>e[s],enumerable:!(t=hn(e,s))||t.enumerable});return r};var wn=(r,e,i)=>(i=r!=null?On(yn(r)):{},Hn(e||!r||!r.__esModule?ae(i,"default",{value:r,enumerable:!0}):i,r));var ue=a((g6,se)=>{"use strict";function Tn(r){return r!==r}se.exports=Tn});var U=a((N6,ne)=>{"use strict";var bn=ue();ne.exports=bn});var ve=a((d6,oe)=>{"use strict";var Pn=Math.floor;oe.exports=Pn});var B=a((m6,fe)=>{"use strict";var Ln=ve();fe.exports=Ln});var pe=a((S6,ce)=>{"use strict";var Wn=B();function Gn(r){return Wn(r)===r}ce.exports=Gn});var J=a((O6,le)=>{"use strict";var Un=pe();le.exports=Un});var qe=a((h6,_e)=>{"use strict";_e.exports=Number});var Ae=a((x6,Ie)=>{"use strict";var Rn=qe();Ie.exports=Rn});var S=a((y6,Ee)=>{"use strict";var Dn=Ae(),Bn=Dn.NEGATIVE_INFINITY;Ee.exports=Bn});var Ne=a((F6,ge)=>{"use strict";var Mn=S();function Cn(r){return r===0&&1/r===Mn}ge.exports=Cn});var me=a((H6,de)=>{"use strict";var Xn=Ne();de.exports=Xn});var Oe=a((w6,Se)=>{"use strict";function Vn(r){return Math.abs(r)}Se.exports=Vn});var M=a((T6,he)=>{"use strict";var Kn=Oe();he.exports=Kn});var H=a((b6,xe)=>{"use strict";var Zn=2147483647;xe.exports=Zn});var z=a((P6,ye)=>{"use strict";var $n=2146435072;ye.exports=$n});var He=a((L6,Fe)=>{"use strict";function Yn(){return typeof Symbol=="function"&&typeof Symbol("foo")=="symbol"}Fe.exports=Yn});var Te=a((W6,we)=>{"use strict";var Qn=He();we.exports=Qn});var Pe=a((G6,be)=>{"use strict";var kn=Te(),Jn=kn();function zn(){return Jn&&typeof Symbol.toStringTag=="symbol"}be.exports=zn});var We=a((U6,Le)=>{"use strict";var jn=Pe();Le.exports=jn});var Er=a((R6,Ge)=>{"use strict";var ro=Object.prototype.toString;Ge.exports=ro});var Re=a((D6,Ue)=>{"use strict";var eo=Er();function to(r){return eo.call(r)}Ue.exports=to});var Be=a((B6,De)=>{"use strict";var io=Object.prototype.hasOwnProperty;function ao(r,e){return r==null?!1:io.call(r,e)}De.exports=ao});var Ce=a((M6,Me)=>{"use strict";var so=Be();Me.exports=so});var Ve=a((C6,Xe)=>{"use strict";var uo=typeof Symbol=="function"?Symbol:void 0;Xe.exports=uo});var Ze=a((X6,Ke)=>{"use strict";var no=Ve();Ke.exports=no});var Qe=a((V6,Ye)=>{"use strict";var $e=Ze(),oo=typeof $e=="function"?$e.toStringTag:"";Ye.exports=oo});var Je=a((K6,ke)=>{"use strict";var vo=Ce(),C=Qe(),gr=Er();function fo(r){var e,i,t;if(r==null)return gr.call(r);i=r[C],e=vo(r,C);try{r[C]=void 0}catch{return gr.call(r)}return t=gr.call(r),e?r[C]=i:delete r[C],t}ke.exports=fo});var X=a((Z6,ze)=>{"use strict";var co=We(),po=Re(),lo=Je(),Nr;co()?Nr=lo:Nr=po;ze.exports=Nr});var rt=a(($6,je)=>{"use strict";var _o=X(),qo=typeof Uint32Array=="function";function Io(r){return qo&&r instanceof Uint32Array||_o(r)==="[object Uint32Array]"}je.exports=Io});var tt=a((Y6,et)=>{"use strict";var Ao=rt();et.exports=Ao});var at=a((Q6,it)=>{"use strict";var Eo=4294967295;it.exports=Eo});var ut=a((k6,st)=>{"use strict";var go=typeof Uint32Array=="function"?Uint32Array:null;st.exports=go});var vt=a((J6,ot)=>{"use strict";var No=tt(),dr=at(),nt=ut();function mo(){var r,e;if(typeof nt!="function")return!1;try{e=[1,3.14,-3.14,dr+1,dr+2],e=new nt(e),r=No(e)&&e[0]===1&&e[1]===3&&e[2]===dr-2&&e[3]===0&&e[4]===1}catch{r=!1}return r}ot.exports=mo});var ct=a((z6,ft)=>{"use strict";var So=vt();ft.exports=So});var lt=a((j6,pt)=>{"use strict";var Oo=typeof Uint32Array=="function"?Uint32Array:void 0;pt.exports=Oo});var qt=a((rl,_t)=>{"use strict";function ho(){throw new Error("not implemented")}_t.exports=ho});var w=a((el,It)=>{"use strict";var xo=ct(),yo=lt(),Fo=qt(),mr;xo()?mr=yo:mr=Fo;It.exports=mr});var Et=a((tl,At)=>{"use strict";var Ho=X(),wo=typeof Float64Array=="function";function To(r){return wo&&r instanceof Float64Array||Ho(r)==="[object Float64Array]"}At.exports=To});var Nt=a((il,gt)=>{"use strict";var bo=Et();gt.exports=bo});var mt=a((al,dt)=>{"use strict";var Po=typeof Float64Array=="function"?Float64Array:null;dt.exports=Po});var ht=a((sl,Ot)=>{"use strict";var Lo=Nt(),St=mt();function Wo(){var r,e;if(typeof St!="function")return!1;try{e=new St([1,3.14,-3.14,NaN]),r=Lo(e)&&e[0]===1&&e[1]===3.14&&e[2]===-3.14&&e[3]!==e[3]}catch{r=!1}return r}Ot.exports=Wo});var yt=a((ul,xt)=>{"use strict";var Go=ht();xt.exports=Go});var Ht=a((nl,Ft)=>{"use strict";var Uo=typeof Float64Array=="function"?Float64Array:void 0;Ft.exports=Uo});var Tt=a((ol,wt)=>{"use strict";function Ro(){throw new Error("not implemented")}wt.exports=Ro});var T=a((vl,bt)=>{"use strict";var Do=yt(),Bo=Ht(),Mo=Tt(),Sr;Do()?Sr=Bo:Sr=Mo;bt.exports=Sr});var Lt=a((fl,Pt)=>{"use strict";var Co=X(),Xo=typeof Uint8Array=="function";function Vo(r){return Xo&&r instanceof Uint8Array||Co(r)==="[object Uint8Array]"}Pt.exports=Vo});var Gt=a((cl,Wt)=>{"use strict";var Ko=Lt();Wt.exports=Ko});var Rt=a((pl,Ut)=>{"use strict";var Zo=255;Ut.exports=Zo});var Bt=a((ll,Dt)=>{"use strict";var $o=typeof Uint8Array=="function"?Uint8Array:null;Dt.exports=$o});var Xt=a((_l,Ct)=>{"use strict";var Yo=Gt(),Or=Rt(),Mt=Bt();function Qo(){var r,e;if(typeof Mt!="function")return!1;try{e=[1,3.14,-3.14,Or+1,Or+2],e=new Mt(e),r=Yo(e)&&e[0]===1&&e[1]===3&&e[2]===Or-2&&e[3]===0&&e[4]===1}catch{r=!1}return r}Ct.exports=Qo});var Kt=a((ql,Vt)=>{"use strict";var ko=Xt();Vt.exports=ko});var $t=a((Il,Zt)=>{"use strict";var Jo=typeof Uint8Array=="function"?Uint8Array:void 0;Zt.exports=Jo});var Qt=a((Al,Yt)=>{"use strict";function zo(){throw new Error("not implemented")}Yt.exports=zo});var Jt=a((El,kt)=>{"use strict";var jo=Kt(),rv=$t(),ev=Qt(),hr;jo()?hr=rv:hr=ev;kt.exports=hr});var jt=a((gl,zt)=>{"use strict";var tv=X(),iv=typeof Uint16Array=="function";function av(r){return iv&&r instanceof Uint16Array||tv(r)==="[object Uint16Array]"}zt.exports=av});var ei=a((Nl,ri)=>{"use strict";var sv=jt();ri.exports=sv});var ii=a((dl,ti)=>{"use strict";var uv=65535;ti.exports=uv});var si=a((ml,ai)=>{"use strict";var nv=typeof Uint16Array=="function"?Uint16Array:null;ai.exports=nv});var oi=a((Sl,ni)=>{"use strict";var ov=ei(),xr=ii(),ui=si();function vv(){var r,e;if(typeof ui!="function")return!1;try{e=[1,3.14,-3.14,xr+1,xr+2],e=new ui(e),r=ov(e)&&e[0]===1&&e[1]===3&&e[2]===xr-2&&e[3]===0&&e[4]===1}catch{r=!1}return r}ni.exports=vv});var fi=a((Ol,vi)=>{"use strict";var fv=oi();vi.exports=fv});var pi=a((hl,ci)=>{"use strict";var cv=typeof Uint16Array=="function"?Uint16Array:void 0;ci.exports=cv});var _i=a((xl,li)=>{"use strict";function pv(){throw new Error("not implemented")}li.exports=pv});var Ii=a((yl,qi)=>{"use strict";var lv=fi(),_v=pi(),qv=_i(),yr;lv()?yr=_v:yr=qv;qi.exports=yr});var Ei=a((Fl,Ai)=>{"use strict";var Iv=Jt(),Av=Ii(),Ev={uint16:Av,uint8:Iv};Ai.exports=Ev});var mi=a((Hl,di)=>{"use strict";var gi=Ei(),Ni;function gv(){var r,e;return r=new gi.uint16(1),r[0]=4660,e=new gi.uint8(r.buffer),e[0]===52}Ni=gv();di.exports=Ni});var b=a((wl,Si)=>{"use strict";var Nv=mi();Si.exports=Nv});var hi=a((Tl,Oi)=>{"use strict";var dv=b(),Fr;dv===!0?Fr=1:Fr=0;Oi.exports=Fr});var Fi=a((bl,yi)=>{"use strict";var mv=w(),Sv=T(),Ov=hi(),xi=new Sv(1),hv=new mv(xi.buffer);function xv(r){return xi[0]=r,hv[Ov]}yi.exports=xv});var N=a((Pl,Hi)=>{"use strict";var yv=Fi();Hi.exports=yv});var Ti=a((Ll,wi)=>{"use strict";function Fv(r){return r===0?.0416666666666666:.0416666666666666+r*(-.001388888888887411+r*2480158728947673e-20)}wi.exports=Fv});var Pi=a((Wl,bi)=>{"use strict";function Hv(r){return r===0?-27557314351390663e-23:-27557314351390663e-23+r*(2087572321298175e-24+r*-11359647557788195e-27)}bi.exports=Hv});var Wi=a((Gl,Li)=>{"use strict";var wv=Ti(),Tv=Pi();function bv(r,e){var i,t,s,u;return u=r*r,s=u*u,t=u*wv(u),t+=s*s*Tv(u),i=.5*u,s=1-i,s+(1-s-i+(u*t-r*e))}Li.exports=bv});var Ui=a((Ul,Gi)=>{"use strict";var Pv=Wi();Gi.exports=Pv});var Bi=a((Rl,Di)=>{"use strict";var Ri=-.16666666666666632,Lv=.00833333333332249,Wv=-.0001984126982985795,Gv=27557313707070068e-22,Uv=-25050760253406863e-24,Rv=158969099521155e-24;function Dv(r,e){var i,t,s,u;return u=r*r,s=u*u,i=Lv+u*(Wv+u*Gv)+u*s*(Uv+u*Rv),t=u*r,e===0?r+t*(Ri+u*i):r-(u*(.5*e-t*i)-e-t*Ri)}Di.exports=Dv});var Ci=a((Dl,Mi)=>{"use strict";var Bv=Bi();Mi.exports=Bv});var Hr=a((Bl,Xi)=>{"use strict";var Mv=1048575;Xi.exports=Mv});var Ki=a((Ml,Vi)=>{"use strict";var Cv=b(),wr;Cv===!0?wr=0:wr=1;Vi.exports=wr});var Yi=a((Cl,$i)=>{"use strict";var Xv=w(),Vv=T(),Kv=Ki(),Zi=new Vv(1),Zv=new Xv(Zi.buffer);function $v(r){return Zi[0]=r,Zv[Kv]}$i.exports=$v});var ki=a((Xl,Qi)=>{"use strict";var Yv=Yi();Qi.exports=Yv});var ji=a((Vl,zi)=>{"use strict";var Qv=b(),Ji,Tr,br;Qv===!0?(Tr=1,br=0):(Tr=0,br=1);Ji={HIGH:Tr,LOW:br};zi.exports=Ji});var aa=a((Kl,ia)=>{"use strict";var kv=w(),Jv=T(),ea=ji(),ta=new Jv(1),ra=new kv(ta.buffer),zv=ea.HIGH,jv=ea.LOW;function r1(r,e){return ra[zv]=r,ra[jv]=e,ta[0]}ia.exports=r1});var j=a((Zl,sa)=>{"use strict";var e1=aa();sa.exports=e1});var O=a(($l,ua)=>{"use strict";var t1=Number.POSITIVE_INFINITY;ua.exports=t1});var V=a((Yl,na)=>{"use strict";var i1=1023;na.exports=i1});var va=a((Ql,oa)=>{"use strict";var a1=1023;oa.exports=a1});var ca=a((kl,fa)=>{"use strict";var s1=-1023;fa.exports=s1});var la=a((Jl,pa)=>{"use strict";var u1=-1074;pa.exports=u1});var qa=a((zl,_a)=>{"use strict";var n1=O(),o1=S();function v1(r){return r===n1||r===o1}_a.exports=v1});var rr=a((jl,Ia)=>{"use strict";var f1=qa();Ia.exports=f1});var Ea=a((r3,Aa)=>{"use strict";var c1=2147483648;Aa.exports=c1});var Na=a((e3,ga)=>{"use strict";var p1=typeof Object.defineProperty=="function"?Object.defineProperty:null;ga.exports=p1});var ma=a((t3,da)=>{"use strict";var l1=Na();function _1(){try{return l1({},"x",{}),!0}catch{return!1}}da.exports=_1});var Oa=a((i3,Sa)=>{"use strict";var q1=Object.defineProperty;Sa.exports=q1});var Pr=a((a3,ha)=>{"use strict";function I1(r){return typeof r=="number"}ha.exports=I1});var Lr=a((s3,ya)=>{"use strict";function A1(r){return r[0]==="-"}function xa(r){var e="",i;for(i=0;i<r;i++)e+="0";return e}function E1(r,e,i){var t=!1,s=e-r.length;return s<0||(A1(r)&&(t=!0,r=r.substr(1)),r=i?r+xa(s):xa(s)+r,t&&(r="-"+r)),r}ya.exports=E1});var Ta=a((u3,wa)=>{"use strict";var g1=Pr(),Fa=Lr(),N1=String.prototype.toLowerCase,Ha=String.prototype.toUpperCase;function d1(r){var e,i,t;switch(r.specifier){case"b":e=2;break;case"o":e=8;break;case"x":case"X":e=16;break;default:e=10;break}if(i=r.arg,t=parseInt(i,10),!isFinite(t)){if(!g1(i))throw new Error("invalid integer. Value: "+i);t=0}return t<0&&(r.specifier==="u"||e!==10)&&(t=4294967295+t+1),t<0?(i=(-t).toString(e),r.precision&&(i=Fa(i,r.precision,r.padRight)),i="-"+i):(i=t.toString(e),!t&&!r.precision?i="":r.precision&&(i=Fa(i,r.precision,r.padRight)),r.sign&&(i=r.sign+i)),e===16&&(r.alternate&&(i="0x"+i),i=r.specifier===Ha.call(r.specifier)?Ha.call(i):N1.call(i)),e===8&&r.alternate&&i.charAt(0)!=="0"&&(i="0"+i),i}wa.exports=d1});var Pa=a((n3,ba)=>{"use strict";function m1(r){return typeof r=="string"}ba.exports=m1});var Ga=a((o3,Wa)=>{"use strict";var S1=Math.abs,O1=String.prototype.toLowerCase,La=String.prototype.toUpperCase,P=String.prototype.replace,h1=/e\+(\d)$/,x1=/e-(\d)$/,y1=/^(\d+)$/,F1=/^(\d+)e/,H1=/\.0$/,w1=/\.0*e/,T1=/(\..*[^0])0*e/;function b1(r,e){var i,t;switch(e.specifier){case"e":case"E":t=r.toExponential(e.precision);break;case"f":case"F":t=r.toFixed(e.precision);break;case"g":case"G":S1(r)<1e-4?(i=e.precision,i>0&&(i-=1),t=r.toExponential(i)):t=r.toPrecision(e.precision),e.alternate||(t=P.call(t,T1,"$1e"),t=P.call(t,w1,"e"),t=P.call(t,H1,""));break;default:throw new Error("invalid double notation. Value: "+e.specifier)}return t=P.call(t,h1,"e+0$1"),t=P.call(t,x1,"e-0$1"),e.alternate&&(t=P.call(t,y1,"$1."),t=P.call(t,F1,"$1.e")),r>=0&&e.sign&&(t=e.sign+t),t=e.specifier===La.call(e.specifier)?La.call(t):O1.call(t),t}Wa.exports=b1});var Da=a((v3,Ra)=>{"use strict";function Ua(r){var e="",i;for(i=0;i<r;i++)e+=" ";return e}function P1(r,e,i){var t=e-r.length;return t<0||(r=i?r+Ua(t):Ua(t)+r),r}Ra.exports=P1});var Ma=a((f3,Ba)=>{"use strict";var L1=Ta(),W1=Pa(),G1=Pr(),U1=Ga(),R1=Da(),D1=Lr(),B1=String.fromCharCode,M1=Array.isArray;function er(r){return r!==r}function C1(r){var e={};return e.specifier=r.specifier,e.precision=r.precision===void 0?1:r.precision,e.width=r.width,e.flags=r.flags||"",e.mapping=r.mapping,e}function X1(r){var e,i,t,s,u,f,v,p,n,o;if(!M1(r))throw new TypeError("invalid argument. First argument must be an array. Value: `"+r+"`.");for(f="",v=1,n=0;n<r.length;n++)if(t=r[n],W1(t))f+=t;else{if(e=t.precision!==void 0,t=C1(t),!t.specifier)throw new TypeError("invalid argument. Token is missing `specifier` property. Index: `"+n+"`. Value: `"+t+"`.");for(t.mapping&&(v=t.mapping),i=t.flags,o=0;o<i.length;o++)switch(s=i.charAt(o),s){case" ":t.sign=" ";break;case"+":t.sign="+";break;case"-":t.padRight=!0,t.padZeros=!1;break;case"0":t.padZeros=i.indexOf("-")<0;break;case"#":t.alternate=!0;break;default:throw new Error("invalid flag: "+s)}if(t.width==="*"){if(t.width=parseInt(arguments[v],10),v+=1,er(t.width))throw new TypeError("the argument for * width at position "+v+" is not a number. Value: `"+t.width+"`.");t.width<0&&(t.padRight=!0,t.width=-t.width)}if(e&&t.precision==="*"){if(t.precision=parseInt(arguments[v],10),v+=1,er(t.precision))throw new TypeError("the argument for * precision at position "+v+" is not a number. Value: `"+t.precision+"`.");t.precision<0&&(t.precision=1,e=!1)}switch(t.arg=arguments[v],t.specifier){case"b":case"o":case"x":case"X":case"d":case"i":case"u":e&&(t.padZeros=!1),t.arg=L1(t);break;case"s":t.maxWidth=e?t.precision:-1,t.arg=String(t.arg);break;case"c":if(!er(t.arg)){if(u=parseInt(t.arg,10),u<0||u>127)throw new Error("invalid character code. Value: "+t.arg);t.arg=er(u)?String(t.arg):B1(u)}break;case"e":case"E":case"f":case"F":case"g":case"G":if(e||(t.precision=6),p=parseFloat(t.arg),!isFinite(p)){if(!G1(t.arg))throw new Error("invalid floating-point number. Value: "+f);p=t.arg,t.padZeros=!1}t.arg=U1(p,t);break;default:throw new Error("invalid specifier: "+t.specifier)}t.maxWidth>=0&&t.arg.length>t.maxWidth&&(t.arg=t.arg.substring(0,t.maxWidth)),t.padZeros?t.arg=D1(t.arg,t.width||t.precision,t.padRight):t.width&&(t.arg=R1(t.arg,t.width,t.padRight)),f+=t.arg||"",v+=1}return f}Ba.exports=X1});var Xa=a((c3,Ca)=>{"use strict";var V1=Ma();Ca.exports=V1});var Ka=a((p3,Va)=>{"use strict";var tr=/%(?:([1-9]\d*)\$)?([0 +\-#]*)(\*|\d+)?(?:(\.)(\*|\d+)?)?[hlL]?([%A-Za-z])/g;function K1(r){var e={mapping:r[1]?parseInt(r[1],10):void 0,flags:r[2],width:r[3],precision:r[5],specifier:r[6]};return r[4]==="."&&r[5]===void 0&&(e.precision="1"),e}function Z1(r){var e,i,t,s;for(i=[],s=0,t=tr.exec(r);t;)e=r.slice(s,tr.lastIndex-t[0].length),e.length&&i.push(e),t[6]==="%"?i.push("%"):i.push(K1(t)),s=tr.lastIndex,t=tr.exec(r);return e=r.slice(s),e.length&&i.push(e),i}Va.exports=Z1});var $a=a((l3,Za)=>{"use strict";var $1=Ka();Za.exports=$1});var Qa=a((_3,Ya)=>{"use strict";function Y1(r){return typeof r=="string"}Ya.exports=Y1});var za=a((q3,Ja)=>{"use strict";var Q1=Xa(),k1=$a(),J1=Qa();function ka(r){var e,i;if(!J1(r))throw new TypeError(ka("invalid argument. First argument must be a string. Value: `%s`.",r));for(e=[k1(r)],i=1;i<arguments.length;i++)e.push(arguments[i]);return Q1.apply(null,e)}Ja.exports=ka});var r0=a((I3,ja)=>{"use strict";var z1=za();ja.exports=z1});var u0=a((A3,s0)=>{"use strict";var e0=r0(),R=Object.prototype,t0=R.toString,i0=R.__defineGetter__,a0=R.__defineSetter__,j1=R.__lookupGetter__,rf=R.__lookupSetter__;function ef(r,e,i){var t,s,u,f;if(typeof r!="object"||r===null||t0.call(r)==="[object Array]")throw new TypeError(e0("invalid argument. First argument must be an object. Value: `%s`.",r));if(typeof i!="object"||i===null||t0.call(i)==="[object Array]")throw new TypeError(e0("invalid argument. Property descriptor must be an object. Value: `%s`.",i));if(s="value"in i,s&&(j1.call(r,e)||rf.call(r,e)?(t=r.__proto__,r.__proto__=R,delete r[e],r[e]=i.value,r.__proto__=t):r[e]=i.value),u="get"in i,f="set"in i,s&&(u||f))throw new Error("invalid argument. Cannot specify one or more accessors and a value or writable attribute in the property descriptor.");return u&&i0&&i0.call(r,e,i.get),f&&a0&&a0.call(r,e,i.set),r}s0.exports=ef});var o0=a((E3,n0)=>{"use strict";var tf=ma(),af=Oa(),sf=u0(),Wr;tf()?Wr=af:Wr=sf;n0.exports=Wr});var f0=a((g3,v0)=>{"use strict";var uf=o0();function nf(r,e,i){uf(r,e,{configurable:!1,enumerable:!1,writable:!1,value:i})}v0.exports=nf});var Gr=a((N3,c0)=>{"use strict";var of=f0();c0.exports=of});var _0=a((d3,l0)=>{"use strict";var vf=b(),p0,Ur,Rr;vf===!0?(Ur=1,Rr=0):(Ur=0,Rr=1);p0={HIGH:Ur,LOW:Rr};l0.exports=p0});var Dr=a((m3,E0)=>{"use strict";var ff=w(),cf=T(),I0=_0(),A0=new cf(1),q0=new ff(A0.buffer),pf=I0.HIGH,lf=I0.LOW;function _f(r,e,i,t){return A0[0]=r,e[t]=q0[pf],e[t+i]=q0[lf],e}E0.exports=_f});var N0=a((S3,g0)=>{"use strict";var qf=Dr();function If(r){return qf(r,[0,0],1,0)}g0.exports=If});var ir=a((O3,m0)=>{"use strict";var Af=Gr(),d0=N0(),Ef=Dr();Af(d0,"assign",Ef);m0.exports=d0});var O0=a((h3,S0)=>{"use strict";var gf=Ea(),Nf=H(),df=ir(),mf=N(),Sf=j(),Br=[0,0];function Of(r,e){var i,t;return df.assign(r,Br,1,0),i=Br[0],i&=Nf,t=mf(e),t&=gf,i|=t,Sf(i,Br[1])}S0.exports=Of});var Mr=a((x3,h0)=>{"use strict";var hf=O0();h0.exports=hf});var y0=a((y3,x0)=>{"use strict";var xf=22250738585072014e-324;x0.exports=xf});var Cr=a((F3,F0)=>{"use strict";var yf=y0(),Ff=rr(),Hf=U(),wf=M(),Tf=4503599627370496;function bf(r,e,i,t){return Hf(r)||Ff(r)?(e[t]=r,e[t+i]=0,e):r!==0&&wf(r)<yf?(e[t]=r*Tf,e[t+i]=-52,e):(e[t]=r,e[t+i]=0,e)}F0.exports=bf});var w0=a((H3,H0)=>{"use strict";var Pf=Cr();function Lf(r){return Pf(r,[0,0],1,0)}H0.exports=Lf});var P0=a((w3,b0)=>{"use strict";var Wf=Gr(),T0=w0(),Gf=Cr();Wf(T0,"assign",Gf);b0.exports=T0});var W0=a((T3,L0)=>{"use strict";var Uf=N(),Rf=z(),Df=V();function Bf(r){var e=Uf(r);return e=(e&Rf)>>>20,e-Df|0}L0.exports=Bf});var U0=a((b3,G0)=>{"use strict";var Mf=W0();G0.exports=Mf});var D0=a((P3,R0)=>{"use strict";var Cf=O(),Xf=S(),Vf=V(),Kf=va(),Zf=ca(),$f=la(),Yf=U(),Qf=rr(),kf=Mr(),Jf=P0().assign,zf=U0(),jf=ir(),rc=j(),ec=2220446049250313e-31,tc=2148532223,Xr=[0,0],Vr=[0,0];function ic(r,e){var i,t;return e===0||r===0||Yf(r)||Qf(r)?r:(Jf(r,Xr,1,0),r=Xr[0],e+=Xr[1],e+=zf(r),e<$f?kf(0,r):e>Kf?r<0?Xf:Cf:(e<=Zf?(e+=52,t=ec):t=1,jf.assign(r,Vr,1,0),i=Vr[0],i&=tc,i|=e+Vf<<20,t*rc(i,Vr[1])))}R0.exports=ic});var ar=a((L3,B0)=>{"use strict";var ac=D0();B0.exports=ac});var C0=a((W3,M0)=>{"use strict";function sc(r,e){var i,t;for(i=[],t=0;t<e;t++)i.push(r);return i}M0.exports=sc});var V0=a((G3,X0)=>{"use strict";var uc=C0();X0.exports=uc});var Z0=a((U3,K0)=>{"use strict";var nc=V0();function oc(r){return nc(0,r)}K0.exports=oc});var Y0=a((R3,$0)=>{"use strict";var vc=Z0();$0.exports=vc});var j0=a((D3,z0)=>{"use strict";var fc=B(),sr=ar(),or=Y0(),k0=[10680707,7228996,1387004,2578385,16069853,12639074,9804092,4427841,16666979,11263675,12935607,2387514,4345298,14681673,3074569,13734428,16653803,1880361,10960616,8533493,3062596,8710556,7349940,6258241,3772886,3769171,3798172,8675211,12450088,3874808,9961438,366607,15675153,9132554,7151469,3571407,2607881,12013382,4155038,6285869,7677882,13102053,15825725,473591,9065106,15363067,6271263,9264392,5636912,4652155,7056368,13614112,10155062,1944035,9527646,15080200,6658437,6231200,6832269,16767104,5075751,3212806,1398474,7579849,6349435,12618859],cc=[1.570796251296997,7549789415861596e-23,5390302529957765e-30,3282003415807913e-37,1270655753080676e-44,12293330898111133e-52,27337005381646456e-60,21674168387780482e-67],Kr=16777216,Zr=5960464477539063e-23,ur=or(20),Q0=or(20),nr=or(20),E=or(20);function J0(r,e,i,t,s,u,f,v,p){var n,o,l,I,c,A,g,_,q;for(I=u,q=t[i],_=i,c=0;_>0;c++)o=Zr*q|0,E[c]=q-Kr*o|0,q=t[_-1]+o,_-=1;if(q=sr(q,s),q-=8*fc(q*.125),g=q|0,q-=g,l=0,s>0?(c=E[i-1]>>24-s,g+=c,E[i-1]-=c<<24-s,l=E[i-1]>>23-s):s===0?l=E[i-1]>>23:q>=.5&&(l=2),l>0){for(g+=1,n=0,c=0;c<i;c++)_=E[c],n===0?_!==0&&(n=1,E[c]=16777216-_):E[c]=16777215-_;if(s>0)switch(s){case 1:E[i-1]&=8388607;break;case 2:E[i-1]&=4194303;break}l===2&&(q=1-q,n!==0&&(q-=sr(1,s)))}if(q===0){for(_=0,c=i-1;c>=u;c--)_|=E[c];if(_===0){for(A=1;E[u-A]===0;A++);for(c=i+1;c<=i+A;c++){for(p[v+c]=k0[f+c],o=0,_=0;_<=v;_++)o+=r[_]*p[v+(c-_)];t[c]=o}return i+=A,J0(r,e,i,t,s,u,f,v,p)}for(i-=1,s-=24;E[i]===0;)i-=1,s-=24}else q=sr(q,-s),q>=Kr?(o=Zr*q|0,E[i]=q-Kr*o|0,i+=1,s+=24,E[i]=o):E[i]=q|0;for(o=sr(1,s),c=i;c>=0;c--)t[c]=o*E[c],o*=Zr;for(c=i;c>=0;c--){for(o=0,A=0;A<=I&&A<=i-c;A++)o+=cc[A]*t[c+A];nr[i-c]=o}for(o=0,c=i;c>=0;c--)o+=nr[c];for(l===0?e[0]=o:e[0]=-o,o=nr[0]-o,c=1;c<=i;c++)o+=nr[c];return l===0?e[1]=o:e[1]=-o,g&7}function pc(r,e,i,t){var s,u,f,v,p,n,o,l,I;for(u=4,v=t-1,f=(i-3)/24|0,f<0&&(f=0),n=i-24*(f+1),l=f-v,I=v+u,o=0;o<=I;o++)l<0?ur[o]=0:ur[o]=k0[l],l+=1;for(o=0;o<=u;o++){for(s=0,l=0;l<=v;l++)s+=r[l]*ur[v+(o-l)];Q0[o]=s}return p=u,J0(r,e,p,Q0,n,u,f,v,ur)}z0.exports=pc});var es=a((B3,rs)=>{"use strict";var lc=Math.round;rs.exports=lc});var is=a((M3,ts)=>{"use strict";var _c=es();ts.exports=_c});var ns=a((C3,us)=>{"use strict";var qc=is(),as=N(),Ic=.6366197723675814,Ac=1.5707963267341256,Ec=6077100506506192e-26,gc=6077100506303966e-26,Nc=20222662487959506e-37,dc=20222662487111665e-37,mc=84784276603689e-45,ss=2047;function Sc(r,e,i){var t,s,u,f,v,p,n;return s=qc(r*Ic),f=r-s*Ac,v=s*Ec,n=e>>20|0,i[0]=f-v,t=as(i[0]),p=n-(t>>20&ss),p>16&&(u=f,v=s*gc,f=u-v,v=s*Nc-(u-f-v),i[0]=f-v,t=as(i[0]),p=n-(t>>20&ss),p>49&&(u=f,v=s*dc,f=u-v,v=s*mc-(u-f-v),i[0]=f-v)),i[1]=f-i[0]-v,s}us.exports=Sc});var vs=a((X3,os)=>{"use strict";var Oc=H(),hc=z(),xc=Hr(),yc=N(),Fc=ki(),Hc=j(),wc=j0(),vr=ns(),Tc=0,bc=16777216,h=1.5707963267341256,L=6077100506506192e-26,fr=2*L,cr=3*L,pr=4*L,Pc=598523,Lc=1072243195,Wc=1073928572,Gc=1074752122,Uc=1074977148,Rc=1075183036,Dc=1075388923,Bc=1075594811,Mc=1094263291,K=[0,0,0],Z=[0,0];function Cc(r,e){var i,t,s,u,f,v,p,n;if(s=yc(r)|0,u=s&Oc|0,u<=Lc)return e[0]=r,e[1]=0,0;if(u<=Gc)return(u&xc)===Pc?vr(r,u,e):u<=Wc?s>0?(n=r-h,e[0]=n-L,e[1]=n-e[0]-L,1):(n=r+h,e[0]=n+L,e[1]=n-e[0]+L,-1):s>0?(n=r-2*h,e[0]=n-fr,e[1]=n-e[0]-fr,2):(n=r+2*h,e[0]=n+fr,e[1]=n-e[0]+fr,-2);if(u<=Bc)return u<=Rc?u===Uc?vr(r,u,e):s>0?(n=r-3*h,e[0]=n-cr,e[1]=n-e[0]-cr,3):(n=r+3*h,e[0]=n+cr,e[1]=n-e[0]+cr,-3):u===Dc?vr(r,u,e):s>0?(n=r-4*h,e[0]=n-pr,e[1]=n-e[0]-pr,4):(n=r+4*h,e[0]=n+pr,e[1]=n-e[0]+pr,-4);if(u<Mc)return vr(r,u,e);if(u>=hc)return e[0]=NaN,e[1]=NaN,0;for(i=Fc(r),t=(u>>20)-1046,n=Hc(u-(t<<20|0),i),v=0;v<2;v++)K[v]=n|0,n=(n-K[v])*bc;for(K[2]=n,f=3;K[f-1]===Tc;)f-=1;return p=wc(K,Z,t,f,1),s<0?(e[0]=-Z[0],e[1]=-Z[1],-p):(e[0]=Z[0],e[1]=Z[1],p)}os.exports=Cc});var cs=a((V3,fs)=>{"use strict";var Xc=vs();fs.exports=Xc});var _s=a((K3,ls)=>{"use strict";var Vc=H(),Kc=z(),Zc=N(),ps=Ui(),$r=Ci(),$c=cs(),Yc=1072243195,Qc=1045430272,d=[0,0];function kc(r){var e,i;if(e=Zc(r),e&=Vc,e<=Yc)return e<Qc?r:$r(r,0);if(e>=Kc)return NaN;switch(i=$c(r,d),i&3){case 0:return $r(d[0],d[1]);case 1:return ps(d[0],d[1]);case 2:return-$r(d[0],d[1]);default:return-ps(d[0],d[1])}}ls.exports=kc});var Is=a((Z3,qs)=>{"use strict";var Jc=_s();qs.exports=Jc});var Es=a(($3,As)=>{"use strict";var zc=3.141592653589793;As.exports=zc});var Ns=a((Y3,gs)=>{"use strict";var jc=2.5066282746310007;gs.exports=jc});var ms=a((Q3,ds)=>{"use strict";var rp=J();function ep(r){return rp(r/2)}ds.exports=ep});var Os=a((k3,Ss)=>{"use strict";var tp=ms();Ss.exports=tp});var ys=a((J3,xs)=>{"use strict";var hs=Os();function ip(r){return r>0?hs(r-1):hs(r+1)}xs.exports=ip});var Yr=a((z3,Fs)=>{"use strict";var ap=ys();Fs.exports=ap});var ws=a((j3,Hs)=>{"use strict";var sp=Math.sqrt;Hs.exports=sp});var bs=a((r4,Ts)=>{"use strict";var up=ws();Ts.exports=up});var Ls=a((e4,Ps)=>{"use strict";var np=b(),Qr;np===!0?Qr=0:Qr=1;Ps.exports=Qr});var Gs=a((t4,Ws)=>{"use strict";var op=w(),vp=T(),fp=Ls(),kr=new vp(1),cp=new op(kr.buffer);function pp(r,e){return kr[0]=r,cp[fp]=e>>>0,kr[0]}Ws.exports=pp});var $=a((i4,Us)=>{"use strict";var lp=Gs();Us.exports=lp});var Ds=a((a4,Rs)=>{"use strict";function _p(r){return r|0}Rs.exports=_p});var Jr=a((s4,Bs)=>{"use strict";var qp=Ds();Bs.exports=qp});var Xs=a((u4,Cs)=>{"use strict";var Ms=Yr(),Ip=Mr(),Ap=S(),lr=O();function Ep(r,e){return e===Ap?lr:e===lr?0:e>0?Ms(e)?r:0:Ms(e)?Ip(lr,r):lr}Cs.exports=Ep});var Ks=a((n4,Vs)=>{"use strict";var gp=H(),Np=N(),dp=1072693247,_r=1e300,qr=1e-300;function mp(r,e){var i,t;return t=Np(r),i=t&gp,i<=dp?e<0?_r*_r:qr*qr:e>0?_r*_r:qr*qr}Vs.exports=mp});var Ys=a((o4,$s)=>{"use strict";var Sp=M(),Zs=O();function Op(r,e){return r===-1?(r-r)/(r-r):r===1?1:Sp(r)<1==(e===Zs)?0:Zs}$s.exports=Op});var ks=a((v4,Qs)=>{"use strict";var hp=b(),zr;hp===!0?zr=1:zr=0;Qs.exports=zr});var zs=a((f4,Js)=>{"use strict";var xp=w(),yp=T(),Fp=ks(),jr=new yp(1),Hp=new xp(jr.buffer);function wp(r,e){return jr[0]=r,Hp[Fp]=e>>>0,jr[0]}Js.exports=wp});var re=a((c4,js)=>{"use strict";var Tp=zs();js.exports=Tp});var ee=a((p4,ru)=>{"use strict";var bp=20;ru.exports=bp});var tu=a((l4,eu)=>{"use strict";function Pp(r){return r===0?.5999999999999946:.5999999999999946+r*(.4285714285785502+r*(.33333332981837743+r*(.272728123808534+r*(.23066074577556175+r*.20697501780033842))))}eu.exports=Pp});var uu=a((_4,su)=>{"use strict";var Lp=N(),Ir=$(),iu=re(),Wp=V(),Gp=ee(),Up=tu(),Rp=1048575,au=1048576,Dp=1072693248,Bp=536870912,Mp=524288,Cp=9007199254740992,Xp=.9617966939259756,Vp=.9617967009544373,Kp=-7028461650952758e-24,Zp=[1,1.5],$p=[0,.5849624872207642],Yp=[0,1350039202129749e-23];function Qp(r,e,i){var t,s,u,f,v,p,n,o,l,I,c,A,g,_,q,Ar,Q,W,G,D,k,F;return D=0,i<au&&(e*=Cp,D-=53,i=Lp(e)),D+=(i>>Gp)-Wp|0,k=i&Rp|0,i=k|Dp|0,k<=235662?F=0:k<767610?F=1:(F=0,D+=1,i-=au),e=iu(e,i),o=Zp[F],W=e-o,G=1/(e+o),s=W*G,f=Ir(s,0),t=(i>>1|Bp)+Mp,t+=F<<18,p=iu(0,t),n=e-(p-o),v=G*(W-f*p-f*n),u=s*s,Q=u*u*Up(u),Q+=v*(f+s),u=f*f,p=3+u+Q,p=Ir(p,0),n=Q-(p-3-u),W=f*p,G=v*p+n*s,I=W+G,I=Ir(I,0),c=G-(I-W),A=Vp*I,g=Kp*I+c*Xp+Yp[F],l=$p[F],Ar=D,_=A+g+l+Ar,_=Ir(_,0),q=g-(_-Ar-l-A),r[0]=_,r[1]=q,r}su.exports=Qp});var ou=a((q4,nu)=>{"use strict";function kp(r){return r===0?.5:.5+r*(-.3333333333333333+r*.25)}nu.exports=kp});var fu=a((I4,vu)=>{"use strict";var Jp=$(),zp=ou(),jp=1.4426950408889634,r2=1.4426950216293335,e2=19259629911266175e-24;function t2(r,e){var i,t,s,u,f,v;return s=e-1,u=s*s*zp(s),f=r2*s,v=s*e2-u*jp,t=f+v,t=Jp(t,0),i=v-(t-f),r[0]=t,r[1]=i,r}vu.exports=t2});var pu=a((A4,cu)=>{"use strict";var i2=.6931471805599453;cu.exports=i2});var _u=a((E4,lu)=>{"use strict";function a2(r){return r===0?.16666666666666602:.16666666666666602+r*(-.0027777777777015593+r*(6613756321437934e-20+r*(-16533902205465252e-22+r*41381367970572385e-24)))}lu.exports=a2});var du=a((g4,Nu)=>{"use strict";var s2=N(),qu=re(),u2=$(),n2=Jr(),o2=ar(),v2=pu(),Iu=V(),Au=H(),Eu=Hr(),Y=ee(),f2=_u(),gu=1048576,c2=1071644672,p2=.6931471824645996,l2=-1904654299957768e-24;function _2(r,e,i){var t,s,u,f,v,p,n,o,l,I,c;return I=r&Au|0,c=(I>>Y)-Iu|0,l=0,I>c2&&(l=r+(gu>>c+1)>>>0,c=((l&Au)>>Y)-Iu|0,t=(l&~(Eu>>c))>>>0,u=qu(0,t),l=(l&Eu|gu)>>Y-c>>>0,r<0&&(l=-l),e-=u),u=i+e,u=u2(u,0),v=u*p2,p=(i-(u-e))*v2+u*l2,o=v+p,n=p-(o-v),u=o*o,s=o-u*f2(u),f=o*s/(s-2)-(n+o*n),o=1-(f-o),r=s2(o),r=n2(r),r+=l<<Y>>>0,r>>Y<=0?o=o2(o,l):o=qu(o,r),o}Nu.exports=_2});var bu=a((N4,Tu)=>{"use strict";var mu=U(),Su=Yr(),Ou=rr(),q2=J(),hu=bs(),I2=M(),te=ir(),A2=$(),xu=Jr(),E2=S(),g2=O(),ie=H(),N2=Xs(),d2=Ks(),m2=Ys(),S2=uu(),O2=fu(),h2=du(),x2=1072693247,y2=1105199104,F2=1139802112,yu=1083179008,H2=1072693248,w2=1083231232,T2=3230714880,Fu=31,x=1e300,y=1e-300,b2=8008566259537294e-32,m=[0,0],Hu=[0,0];function wu(r,e){var i,t,s,u,f,v,p,n,o,l,I,c,A,g,_,q;if(mu(r)||mu(e))return NaN;if(te.assign(e,m,1,0),v=m[0],p=m[1],p===0){if(e===0)return 1;if(e===1)return r;if(e===-1)return 1/r;if(e===.5)return hu(r);if(e===-.5)return 1/hu(r);if(e===2)return r*r;if(e===3)return r*r*r;if(e===4)return r*=r,r*r;if(Ou(e))return m2(r,e)}if(te.assign(r,m,1,0),u=m[0],f=m[1],f===0){if(u===0)return N2(r,e);if(r===1)return 1;if(r===-1&&Su(e))return-1;if(Ou(r))return r===E2?wu(-0,-e):e<0?0:g2}if(r<0&&q2(e)===!1)return(r-r)/(r-r);if(s=I2(r),i=u&ie|0,t=v&ie|0,n=u>>>Fu|0,o=v>>>Fu|0,n&&Su(e)?n=-1:n=1,t>y2){if(t>F2)return d2(r,e);if(i<x2)return o===1?n*x*x:n*y*y;if(i>H2)return o===0?n*x*x:n*y*y;A=O2(Hu,s)}else A=S2(Hu,s,i);if(l=A2(e,0),c=(e-l)*A[0]+e*A[1],I=l*A[0],g=c+I,te.assign(g,m,1,0),_=xu(m[0]),q=xu(m[1]),_>=yu){if((_-yu|q)!==0||c+b2>g-I)return n*x*x}else if((_&ie)>=w2&&((_-T2|q)!==0||c<=g-I))return n*y*y;return g=h2(_,I,c),n*g}Tu.exports=wu});var Lu=a((d4,Pu)=>{"use strict";var P2=bu();Pu.exports=P2});var Gu=a((m4,Wu)=>{"use strict";var L2=Math.ceil;Wu.exports=L2});var Ru=a((S4,Uu)=>{"use strict";var W2=Gu();Uu.exports=W2});var Bu=a((O4,Du)=>{"use strict";var G2=B(),U2=Ru();function R2(r){return r<0?U2(r):G2(r)}Du.exports=R2});var Cu=a((h4,Mu)=>{"use strict";var D2=Bu();Mu.exports=D2});var Vu=a((x4,Xu)=>{"use strict";function B2(r){return r===0?.16666666666666602:.16666666666666602+r*(-.0027777777777015593+r*(6613756321437934e-20+r*(-16533902205465252e-22+r*41381367970572385e-24)))}Xu.exports=B2});var Zu=a((y4,Ku)=>{"use strict";var M2=ar(),C2=Vu();function X2(r,e,i){var t,s,u,f;return t=r-e,s=t*t,u=t-s*C2(s),f=1-(e-t*u/(2-u)-r),M2(f,i)}Ku.exports=X2});var zu=a((F4,Ju)=>{"use strict";var V2=U(),$u=Cu(),K2=S(),Yu=O(),Z2=Zu(),$2=.6931471803691238,Y2=19082149292705877e-26,Qu=1.4426950408889634,Q2=709.782712893384,k2=-745.1332191019411,ku=1/(1<<28),J2=-ku;function z2(r){var e,i,t;return V2(r)||r===Yu?r:r===K2?0:r>Q2?Yu:r<k2?0:r>J2&&r<ku?1+r:(r<0?t=$u(Qu*r-.5):t=$u(Qu*r+.5),e=r-t*$2,i=t*Y2,Z2(e,i,t))}Ju.exports=z2});var rn=a((H4,ju)=>{"use strict";var j2=zu();ju.exports=j2});var tn=a((w4,en)=>{"use strict";function r6(r){return r===0?.08333333333334822:.08333333333334822+r*(.0034722222160545866+r*(-.0026813261780578124+r*(-.00022954996161337813+r*.0007873113957930937)))}en.exports=r6});var un=a((T4,sn)=>{"use strict";var e6=Ns(),an=Lu(),t6=rn(),i6=tn(),a6=143.01608;function s6(r){var e,i,t;return e=1/r,e=1+e*i6(e),i=t6(r),r>a6?(t=an(r,.5*r-.25),i=t*(t/i)):i=an(r,r-.5)/i,e6*i*e}sn.exports=s6});var on=a((b4,nn)=>{"use strict";var u6=.5772156649015329;nn.exports=u6});var fn=a((P4,vn)=>{"use strict";var n6=on();function o6(r,e){return e/((1+n6*r)*r)}vn.exports=o6});var pn=a((L4,cn)=>{"use strict";function v6(r){var e,i,t;return r===0?1:(r<0?e=-r:e=r,e<=1?(i=1+r*(.4942148268014971+r*(.20744822764843598+r*(.04763678004571372+r*(.010421379756176158+r*(.0011913514700658638+r*(.00016011952247675185+r*0)))))),t=1+r*(.0714304917030273+r*(-.23459179571824335+r*(.035823639860549865+r*(.011813978522206043+r*(-.004456419138517973+r*(.0005396055804933034+r*-23158187332412014e-21))))))):(r=1/r,i=0+r*(.00016011952247675185+r*(.0011913514700658638+r*(.010421379756176158+r*(.04763678004571372+r*(.20744822764843598+r*(.4942148268014971+r*1)))))),t=-23158187332412014e-21+r*(.0005396055804933034+r*(-.004456419138517973+r*(.011813978522206043+r*(.035823639860549865+r*(-.23459179571824335+r*(.0714304917030273+r*1))))))),i/t)}cn.exports=v6});var Nn=a((W4,gn)=>{"use strict";var f6=U(),c6=J(),p6=me(),ln=M(),l6=B(),_6=Is(),_n=O(),qn=S(),In=Es(),An=un(),En=fn(),q6=pn();function I6(r){var e,i,t,s;if(c6(r)&&r<0||r===qn||f6(r))return NaN;if(r===0)return p6(r)?qn:_n;if(r>171.61447887182297)return _n;if(r<-170.5674972726612)return 0;if(i=ln(r),i>33)return r>=0?An(r):(t=l6(i),(t&1)===0?e=-1:e=1,s=i-t,s>.5&&(t+=1,s=i-t),s=i*_6(In*s),e*In/(ln(s)*An(i)));for(s=1;r>=3;)r-=1,s*=r;for(;r<0;){if(r>-1e-9)return En(r,s);s/=r,r+=1}for(;r<2;){if(r<1e-9)return En(r,s);s/=r,r+=1}return r===2?s:(r-=2,s*q6(r))}gn.exports=I6});var mn=a((G4,dn)=>{"use strict";var A6=Nn();dn.exports=A6});var Sn=wn(mn());((globalThis.SpaceForTime??={}).special??={}).gamma=Sn.default;})();
/*! Bundled license information:

@stdlib/math-base-assert-is-nan/lib/main.js:
@stdlib/math-base-assert-is-nan/lib/index.js:
@stdlib/math-base-special-floor/lib/main.js:
@stdlib/math-base-special-floor/lib/index.js:
@stdlib/math-base-assert-is-integer/lib/main.js:
@stdlib/math-base-assert-is-integer/lib/index.js:
@stdlib/number-ctor/lib/main.js:
@stdlib/number-ctor/lib/index.js:
@stdlib/constants-float64-ninf/lib/index.js:
@stdlib/math-base-assert-is-negative-zero/lib/main.js:
@stdlib/math-base-assert-is-negative-zero/lib/index.js:
@stdlib/math-base-special-abs/lib/index.js:
@stdlib/constants-float64-high-word-exponent-mask/lib/index.js:
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
@stdlib/math-base-special-kernel-cos/lib/index.js:
@stdlib/math-base-special-kernel-sin/lib/index.js:
@stdlib/constants-float64-high-word-significand-mask/lib/index.js:
@stdlib/number-float64-base-get-low-word/lib/low.js:
@stdlib/number-float64-base-get-low-word/lib/main.js:
@stdlib/number-float64-base-get-low-word/lib/index.js:
@stdlib/number-float64-base-from-words/lib/indices.js:
@stdlib/number-float64-base-from-words/lib/main.js:
@stdlib/number-float64-base-from-words/lib/index.js:
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
@stdlib/math-base-special-sin/lib/index.js:
@stdlib/constants-float64-pi/lib/index.js:
@stdlib/constants-float64-sqrt-two-pi/lib/index.js:
@stdlib/math-base-assert-is-even/lib/main.js:
@stdlib/math-base-assert-is-even/lib/index.js:
@stdlib/math-base-assert-is-odd/lib/main.js:
@stdlib/math-base-assert-is-odd/lib/index.js:
@stdlib/math-base-special-sqrt/lib/main.js:
@stdlib/math-base-special-sqrt/lib/index.js:
@stdlib/number-float64-base-set-low-word/lib/low.js:
@stdlib/number-float64-base-set-low-word/lib/main.js:
@stdlib/number-float64-base-set-low-word/lib/index.js:
@stdlib/number-uint32-base-to-int32/lib/main.js:
@stdlib/number-uint32-base-to-int32/lib/index.js:
@stdlib/math-base-special-pow/lib/y_is_infinite.js:
@stdlib/number-float64-base-set-high-word/lib/high.js:
@stdlib/number-float64-base-set-high-word/lib/main.js:
@stdlib/number-float64-base-set-high-word/lib/index.js:
@stdlib/constants-float64-ln-two/lib/index.js:
@stdlib/math-base-special-pow/lib/index.js:
@stdlib/math-base-special-ceil/lib/main.js:
@stdlib/math-base-special-ceil/lib/index.js:
@stdlib/math-base-special-trunc/lib/main.js:
@stdlib/math-base-special-trunc/lib/index.js:
@stdlib/math-base-special-exp/lib/index.js:
@stdlib/constants-float64-eulergamma/lib/index.js:
@stdlib/math-base-special-gamma/lib/index.js:
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

@stdlib/constants-float64-high-word-abs-mask/lib/index.js:
@stdlib/math-base-special-kernel-cos/lib/polyval_c13.js:
@stdlib/math-base-special-kernel-cos/lib/polyval_c46.js:
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
@stdlib/math-base-special-exp/lib/polyval_p.js:
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

@stdlib/math-base-special-pow/lib/x_is_zero.js:
@stdlib/math-base-special-pow/lib/y_is_huge.js:
@stdlib/math-base-special-pow/lib/log2ax.js:
@stdlib/math-base-special-pow/lib/logx.js:
@stdlib/math-base-special-pow/lib/pow2.js:
@stdlib/math-base-special-pow/lib/main.js:
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
  * The following copyright and license were part of the original implementation available as part of [FreeBSD]{@link https://svnweb.freebsd.org/base/release/9.3.0/lib/msun/src/s_pow.c}. The implementation follows the original, but has been modified for JavaScript.
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

@stdlib/constants-float64-num-high-word-significand-bits/lib/index.js:
@stdlib/math-base-special-pow/lib/polyval_l.js:
@stdlib/math-base-special-pow/lib/polyval_w.js:
@stdlib/math-base-special-pow/lib/polyval_p.js:
@stdlib/math-base-special-gamma/lib/polyval_s.js:
@stdlib/math-base-special-gamma/lib/rational_pq.js:
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

@stdlib/math-base-special-gamma/lib/stirling_approximation.js:
@stdlib/math-base-special-gamma/lib/small_approximation.js:
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
  * The original C code, copyright, license, and constants are from [Cephes]{@link http://www.netlib.org/cephes}. The implementation follows the original, but has been modified for JavaScript.
  *
  * ```text
  * Copyright 1984, 1987, 1989, 1992, 2000 by Stephen L. Moshier
  *
  * Some software in this archive may be from the book _Methods and Programs for Mathematical Functions_ (Prentice-Hall or Simon & Schuster International, 1989) or from the Cephes Mathematical Library, a commercial product. In either event, it is copyrighted by the author. What you see here may be used freely but it comes with no support or guarantee.
  *
  * Stephen L. Moshier
  * moshier@na-net.ornl.gov
  * ```
  *)

@stdlib/math-base-special-gamma/lib/main.js:
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
  * The original C code, long comment, copyright, license, and constants are from [Cephes]{@link http://www.netlib.org/cephes}. The implementation follows the original, but has been modified for JavaScript.
  *
  * ```text
  * Copyright 1984, 1987, 1989, 1992, 2000 by Stephen L. Moshier
  *
  * Some software in this archive may be from the book _Methods and Programs for Mathematical Functions_ (Prentice-Hall or Simon & Schuster International, 1989) or from the Cephes Mathematical Library, a commercial product. In either event, it is copyrighted by the author. What you see here may be used freely but it comes with no support or guarantee.
  *
  * Stephen L. Moshier
  * moshier@na-net.ornl.gov
  * ```
  *)
*/
