(()=>{var rc=Object.create;var zi=Object.defineProperty;var ec=Object.getOwnPropertyDescriptor;var ic=Object.getOwnPropertyNames;var tc=Object.getPrototypeOf,ac=Object.prototype.hasOwnProperty;var s=(r,e)=>()=>{try{return e||r((e={exports:{}}).exports,e),e.exports}catch(i){throw e=0,i}};var uc=(r,e,i,t)=>{if(e&&typeof e=="object"||typeof e=="function")for(let u of ic(e))!ac.call(r,u)&&u!==i&&zi(r,u,{get:()=>e[u],enumerable:!(t=ec(e,u))||t.enumerable});return r};var sc=(r,e,i)=>(i=r!=null?rc(tc(r)):{},uc(e||!r||!r.__esModule?zi(i,"default",{value:r,enumerable:!0}):i,r));var r2=s((YP,xi)=>{"use strict";function nc(r){return r!==r}xi.exports=nc});var H=s((ZP,e2)=>{"use strict";var vc=r2();e2.exports=vc});var t2=s((bP,i2)=>{"use strict";var oc=typeof Object.defineProperty=="function"?Object.defineProperty:null;i2.exports=oc});var u2=s(($P,a2)=>{"use strict";var fc=t2();function lc(){try{return fc({},"x",{}),!0}catch{return!1}}a2.exports=lc});var n2=s((JP,s2)=>{"use strict";var cc=Object.defineProperty;s2.exports=cc});var be=s((jP,v2)=>{"use strict";function pc(r){return typeof r=="number"}v2.exports=pc});var $e=s((zP,f2)=>{"use strict";function qc(r){return r[0]==="-"}function o2(r){var e="",i;for(i=0;i<r;i++)e+="0";return e}function mc(r,e,i){var t=!1,u=e-r.length;return u<0||(qc(r)&&(t=!0,r=r.substr(1)),r=i?r+o2(u):o2(u)+r,t&&(r="-"+r)),r}f2.exports=mc});var q2=s((xP,p2)=>{"use strict";var _c=be(),l2=$e(),Nc=String.prototype.toLowerCase,c2=String.prototype.toUpperCase;function Ic(r){var e,i,t;switch(r.specifier){case"b":e=2;break;case"o":e=8;break;case"x":case"X":e=16;break;default:e=10;break}if(i=r.arg,t=parseInt(i,10),!isFinite(t)){if(!_c(i))throw new Error("invalid integer. Value: "+i);t=0}return t<0&&(r.specifier==="u"||e!==10)&&(t=4294967295+t+1),t<0?(i=(-t).toString(e),r.precision&&(i=l2(i,r.precision,r.padRight)),i="-"+i):(i=t.toString(e),!t&&!r.precision?i="":r.precision&&(i=l2(i,r.precision,r.padRight)),r.sign&&(i=r.sign+i)),e===16&&(r.alternate&&(i="0x"+i),i=r.specifier===c2.call(r.specifier)?c2.call(i):Nc.call(i)),e===8&&r.alternate&&i.charAt(0)!=="0"&&(i="0"+i),i}p2.exports=Ic});var _2=s((rH,m2)=>{"use strict";function Ac(r){return typeof r=="string"}m2.exports=Ac});var A2=s((eH,I2)=>{"use strict";var gc=Math.abs,yc=String.prototype.toLowerCase,N2=String.prototype.toUpperCase,B0=String.prototype.replace,hc=/e\+(\d)$/,Sc=/e-(\d)$/,Ec=/^(\d+)$/,Oc=/^(\d+)e/,Tc=/\.0$/,Lc=/\.0*e/,wc=/(\..*[^0])0*e/;function Fc(r,e){var i,t;switch(e.specifier){case"e":case"E":t=r.toExponential(e.precision);break;case"f":case"F":t=r.toFixed(e.precision);break;case"g":case"G":gc(r)<1e-4?(i=e.precision,i>0&&(i-=1),t=r.toExponential(i)):t=r.toPrecision(e.precision),e.alternate||(t=B0.call(t,wc,"$1e"),t=B0.call(t,Lc,"e"),t=B0.call(t,Tc,""));break;default:throw new Error("invalid double notation. Value: "+e.specifier)}return t=B0.call(t,hc,"e+0$1"),t=B0.call(t,Sc,"e-0$1"),e.alternate&&(t=B0.call(t,Ec,"$1."),t=B0.call(t,Oc,"$1.e")),r>=0&&e.sign&&(t=e.sign+t),t=e.specifier===N2.call(e.specifier)?N2.call(t):yc.call(t),t}I2.exports=Fc});var h2=s((iH,y2)=>{"use strict";function g2(r){var e="",i;for(i=0;i<r;i++)e+=" ";return e}function dc(r,e,i){var t=e-r.length;return t<0||(r=i?r+g2(t):g2(t)+r),r}y2.exports=dc});var E2=s((tH,S2)=>{"use strict";var Pc=q2(),Hc=_2(),Rc=be(),Mc=A2(),Gc=h2(),Wc=$e(),Cc=String.fromCharCode,Dc=Array.isArray;function br(r){return r!==r}function Uc(r){var e={};return e.specifier=r.specifier,e.precision=r.precision===void 0?1:r.precision,e.width=r.width,e.flags=r.flags||"",e.mapping=r.mapping,e}function Bc(r){var e,i,t,u,a,n,v,o,c,f;if(!Dc(r))throw new TypeError("invalid argument. First argument must be an array. Value: `"+r+"`.");for(n="",v=1,c=0;c<r.length;c++)if(t=r[c],Hc(t))n+=t;else{if(e=t.precision!==void 0,t=Uc(t),!t.specifier)throw new TypeError("invalid argument. Token is missing `specifier` property. Index: `"+c+"`. Value: `"+t+"`.");for(t.mapping&&(v=t.mapping),i=t.flags,f=0;f<i.length;f++)switch(u=i.charAt(f),u){case" ":t.sign=" ";break;case"+":t.sign="+";break;case"-":t.padRight=!0,t.padZeros=!1;break;case"0":t.padZeros=i.indexOf("-")<0;break;case"#":t.alternate=!0;break;default:throw new Error("invalid flag: "+u)}if(t.width==="*"){if(t.width=parseInt(arguments[v],10),v+=1,br(t.width))throw new TypeError("the argument for * width at position "+v+" is not a number. Value: `"+t.width+"`.");t.width<0&&(t.padRight=!0,t.width=-t.width)}if(e&&t.precision==="*"){if(t.precision=parseInt(arguments[v],10),v+=1,br(t.precision))throw new TypeError("the argument for * precision at position "+v+" is not a number. Value: `"+t.precision+"`.");t.precision<0&&(t.precision=1,e=!1)}switch(t.arg=arguments[v],t.specifier){case"b":case"o":case"x":case"X":case"d":case"i":case"u":e&&(t.padZeros=!1),t.arg=Pc(t);break;case"s":t.maxWidth=e?t.precision:-1,t.arg=String(t.arg);break;case"c":if(!br(t.arg)){if(a=parseInt(t.arg,10),a<0||a>127)throw new Error("invalid character code. Value: "+t.arg);t.arg=br(a)?String(t.arg):Cc(a)}break;case"e":case"E":case"f":case"F":case"g":case"G":if(e||(t.precision=6),o=parseFloat(t.arg),!isFinite(o)){if(!Rc(t.arg))throw new Error("invalid floating-point number. Value: "+n);o=t.arg,t.padZeros=!1}t.arg=Mc(o,t);break;default:throw new Error("invalid specifier: "+t.specifier)}t.maxWidth>=0&&t.arg.length>t.maxWidth&&(t.arg=t.arg.substring(0,t.maxWidth)),t.padZeros?t.arg=Wc(t.arg,t.width||t.precision,t.padRight):t.width&&(t.arg=Gc(t.arg,t.width,t.padRight)),n+=t.arg||"",v+=1}return n}S2.exports=Bc});var T2=s((aH,O2)=>{"use strict";var Xc=E2();O2.exports=Xc});var w2=s((uH,L2)=>{"use strict";var $r=/%(?:([1-9]\d*)\$)?([0 +\-#]*)(\*|\d+)?(?:(\.)(\*|\d+)?)?[hlL]?([%A-Za-z])/g;function Vc(r){var e={mapping:r[1]?parseInt(r[1],10):void 0,flags:r[2],width:r[3],precision:r[5],specifier:r[6]};return r[4]==="."&&r[5]===void 0&&(e.precision="1"),e}function kc(r){var e,i,t,u;for(i=[],u=0,t=$r.exec(r);t;)e=r.slice(u,$r.lastIndex-t[0].length),e.length&&i.push(e),t[6]==="%"?i.push("%"):i.push(Vc(t)),u=$r.lastIndex,t=$r.exec(r);return e=r.slice(u),e.length&&i.push(e),i}L2.exports=kc});var d2=s((sH,F2)=>{"use strict";var Qc=w2();F2.exports=Qc});var H2=s((nH,P2)=>{"use strict";function Kc(r){return typeof r=="string"}P2.exports=Kc});var G2=s((vH,M2)=>{"use strict";var Yc=T2(),Zc=d2(),bc=H2();function R2(r){var e,i;if(!bc(r))throw new TypeError(R2("invalid argument. First argument must be a string. Value: `%s`.",r));for(e=[Zc(r)],i=1;i<arguments.length;i++)e.push(arguments[i]);return Yc.apply(null,e)}M2.exports=R2});var C2=s((oH,W2)=>{"use strict";var $c=G2();W2.exports=$c});var k2=s((fH,V2)=>{"use strict";var D2=C2(),er=Object.prototype,U2=er.toString,B2=er.__defineGetter__,X2=er.__defineSetter__,Jc=er.__lookupGetter__,jc=er.__lookupSetter__;function zc(r,e,i){var t,u,a,n;if(typeof r!="object"||r===null||U2.call(r)==="[object Array]")throw new TypeError(D2("invalid argument. First argument must be an object. Value: `%s`.",r));if(typeof i!="object"||i===null||U2.call(i)==="[object Array]")throw new TypeError(D2("invalid argument. Property descriptor must be an object. Value: `%s`.",i));if(u="value"in i,u&&(Jc.call(r,e)||jc.call(r,e)?(t=r.__proto__,r.__proto__=er,delete r[e],r[e]=i.value,r.__proto__=t):r[e]=i.value),a="get"in i,n="set"in i,u&&(a||n))throw new Error("invalid argument. Cannot specify one or more accessors and a value or writable attribute in the property descriptor.");return a&&B2&&B2.call(r,e,i.get),n&&X2&&X2.call(r,e,i.set),r}V2.exports=zc});var K2=s((lH,Q2)=>{"use strict";var xc=u2(),rp=n2(),ep=k2(),Je;xc()?Je=rp:Je=ep;Q2.exports=Je});var Z2=s((cH,Y2)=>{"use strict";var ip=K2();function tp(r,e,i){ip(r,e,{configurable:!1,enumerable:!1,writable:!1,value:i})}Y2.exports=tp});var Ir=s((pH,b2)=>{"use strict";var ap=Z2();b2.exports=ap});var je=s((qH,$2)=>{"use strict";function up(r,e){var i,t;if(t=r.length,t<2||e===0)return t===0?0:r[0];for(t-=1,i=r[t]*e+r[t-1],t-=2;t>=0;)i=i*e+r[t],t-=1;return i}$2.exports=up});var j2=s((mH,J2)=>{"use strict";var sp=Function;J2.exports=sp});var x2=s((_H,z2)=>{"use strict";var np=j2();z2.exports=np});var et=s((NH,rt)=>{"use strict";var vp=x2(),op=je();function fp(r){var e,i,t,u;if(r.length>500)return a;if(e="return function evalpoly(x){",i=r.length,i===0)e+="return 0.0;";else if(i===1)e+="return "+r[0]+";";else{for(e+="if(x===0.0){return "+r[0]+";}",e+="return "+r[0],t=i-1,u=1;u<i;u++)e+="+x*",u<t&&(e+="("),e+=r[u];for(u=0;u<t-1;u++)e+=")";e+=";"}return e+="}",e+="//# sourceURL=evalpoly.factory.js",new vp(e)();function a(n){return op(r,n)}}rt.exports=fp});var I0=s((IH,tt)=>{"use strict";var lp=Ir(),it=je(),cp=et();lp(it,"factory",cp);tt.exports=it});var ut=s((AH,at)=>{"use strict";function pp(){return typeof Symbol=="function"&&typeof Symbol("foo")=="symbol"}at.exports=pp});var nt=s((gH,st)=>{"use strict";var qp=ut();st.exports=qp});var ot=s((yH,vt)=>{"use strict";var mp=nt(),_p=mp();function Np(){return _p&&typeof Symbol.toStringTag=="symbol"}vt.exports=Np});var lt=s((hH,ft)=>{"use strict";var Ip=ot();ft.exports=Ip});var ze=s((SH,ct)=>{"use strict";var Ap=Object.prototype.toString;ct.exports=Ap});var qt=s((EH,pt)=>{"use strict";var gp=ze();function yp(r){return gp.call(r)}pt.exports=yp});var _t=s((OH,mt)=>{"use strict";var hp=Object.prototype.hasOwnProperty;function Sp(r,e){return r==null?!1:hp.call(r,e)}mt.exports=Sp});var It=s((TH,Nt)=>{"use strict";var Ep=_t();Nt.exports=Ep});var gt=s((LH,At)=>{"use strict";var Op=typeof Symbol=="function"?Symbol:void 0;At.exports=Op});var ht=s((wH,yt)=>{"use strict";var Tp=gt();yt.exports=Tp});var Ot=s((FH,Et)=>{"use strict";var St=ht(),Lp=typeof St=="function"?St.toStringTag:"";Et.exports=Lp});var Lt=s((dH,Tt)=>{"use strict";var wp=It(),Ar=Ot(),xe=ze();function Fp(r){var e,i,t;if(r==null)return xe.call(r);i=r[Ar],e=wp(r,Ar);try{r[Ar]=void 0}catch{return xe.call(r)}return t=xe.call(r),e?r[Ar]=i:delete r[Ar],t}Tt.exports=Fp});var gr=s((PH,wt)=>{"use strict";var dp=lt(),Pp=qt(),Hp=Lt(),r1;dp()?r1=Hp:r1=Pp;wt.exports=r1});var dt=s((HH,Ft)=>{"use strict";var Rp=gr(),Mp=typeof Uint32Array=="function";function Gp(r){return Mp&&r instanceof Uint32Array||Rp(r)==="[object Uint32Array]"}Ft.exports=Gp});var Ht=s((RH,Pt)=>{"use strict";var Wp=dt();Pt.exports=Wp});var Mt=s((MH,Rt)=>{"use strict";var Cp=4294967295;Rt.exports=Cp});var Wt=s((GH,Gt)=>{"use strict";var Dp=typeof Uint32Array=="function"?Uint32Array:null;Gt.exports=Dp});var Ut=s((WH,Dt)=>{"use strict";var Up=Ht(),e1=Mt(),Ct=Wt();function Bp(){var r,e;if(typeof Ct!="function")return!1;try{e=[1,3.14,-3.14,e1+1,e1+2],e=new Ct(e),r=Up(e)&&e[0]===1&&e[1]===3&&e[2]===e1-2&&e[3]===0&&e[4]===1}catch{r=!1}return r}Dt.exports=Bp});var Xt=s((CH,Bt)=>{"use strict";var Xp=Ut();Bt.exports=Xp});var kt=s((DH,Vt)=>{"use strict";var Vp=typeof Uint32Array=="function"?Uint32Array:void 0;Vt.exports=Vp});var Kt=s((UH,Qt)=>{"use strict";function kp(){throw new Error("not implemented")}Qt.exports=kp});var X0=s((BH,Yt)=>{"use strict";var Qp=Xt(),Kp=kt(),Yp=Kt(),i1;Qp()?i1=Kp:i1=Yp;Yt.exports=i1});var bt=s((XH,Zt)=>{"use strict";var Zp=gr(),bp=typeof Float64Array=="function";function $p(r){return bp&&r instanceof Float64Array||Zp(r)==="[object Float64Array]"}Zt.exports=$p});var Jt=s((VH,$t)=>{"use strict";var Jp=bt();$t.exports=Jp});var zt=s((kH,jt)=>{"use strict";var jp=typeof Float64Array=="function"?Float64Array:null;jt.exports=jp});var e3=s((QH,r3)=>{"use strict";var zp=Jt(),xt=zt();function xp(){var r,e;if(typeof xt!="function")return!1;try{e=new xt([1,3.14,-3.14,NaN]),r=zp(e)&&e[0]===1&&e[1]===3.14&&e[2]===-3.14&&e[3]!==e[3]}catch{r=!1}return r}r3.exports=xp});var t3=s((KH,i3)=>{"use strict";var rq=e3();i3.exports=rq});var u3=s((YH,a3)=>{"use strict";var eq=typeof Float64Array=="function"?Float64Array:void 0;a3.exports=eq});var n3=s((ZH,s3)=>{"use strict";function iq(){throw new Error("not implemented")}s3.exports=iq});var V0=s((bH,v3)=>{"use strict";var tq=t3(),aq=u3(),uq=n3(),t1;tq()?t1=aq:t1=uq;v3.exports=t1});var f3=s(($H,o3)=>{"use strict";var sq=gr(),nq=typeof Uint8Array=="function";function vq(r){return nq&&r instanceof Uint8Array||sq(r)==="[object Uint8Array]"}o3.exports=vq});var c3=s((JH,l3)=>{"use strict";var oq=f3();l3.exports=oq});var q3=s((jH,p3)=>{"use strict";var fq=255;p3.exports=fq});var _3=s((zH,m3)=>{"use strict";var lq=typeof Uint8Array=="function"?Uint8Array:null;m3.exports=lq});var A3=s((xH,I3)=>{"use strict";var cq=c3(),a1=q3(),N3=_3();function pq(){var r,e;if(typeof N3!="function")return!1;try{e=[1,3.14,-3.14,a1+1,a1+2],e=new N3(e),r=cq(e)&&e[0]===1&&e[1]===3&&e[2]===a1-2&&e[3]===0&&e[4]===1}catch{r=!1}return r}I3.exports=pq});var y3=s((rR,g3)=>{"use strict";var qq=A3();g3.exports=qq});var S3=s((eR,h3)=>{"use strict";var mq=typeof Uint8Array=="function"?Uint8Array:void 0;h3.exports=mq});var O3=s((iR,E3)=>{"use strict";function _q(){throw new Error("not implemented")}E3.exports=_q});var L3=s((tR,T3)=>{"use strict";var Nq=y3(),Iq=S3(),Aq=O3(),u1;Nq()?u1=Iq:u1=Aq;T3.exports=u1});var F3=s((aR,w3)=>{"use strict";var gq=gr(),yq=typeof Uint16Array=="function";function hq(r){return yq&&r instanceof Uint16Array||gq(r)==="[object Uint16Array]"}w3.exports=hq});var P3=s((uR,d3)=>{"use strict";var Sq=F3();d3.exports=Sq});var R3=s((sR,H3)=>{"use strict";var Eq=65535;H3.exports=Eq});var G3=s((nR,M3)=>{"use strict";var Oq=typeof Uint16Array=="function"?Uint16Array:null;M3.exports=Oq});var D3=s((vR,C3)=>{"use strict";var Tq=P3(),s1=R3(),W3=G3();function Lq(){var r,e;if(typeof W3!="function")return!1;try{e=[1,3.14,-3.14,s1+1,s1+2],e=new W3(e),r=Tq(e)&&e[0]===1&&e[1]===3&&e[2]===s1-2&&e[3]===0&&e[4]===1}catch{r=!1}return r}C3.exports=Lq});var B3=s((oR,U3)=>{"use strict";var wq=D3();U3.exports=wq});var V3=s((fR,X3)=>{"use strict";var Fq=typeof Uint16Array=="function"?Uint16Array:void 0;X3.exports=Fq});var Q3=s((lR,k3)=>{"use strict";function dq(){throw new Error("not implemented")}k3.exports=dq});var Y3=s((cR,K3)=>{"use strict";var Pq=B3(),Hq=V3(),Rq=Q3(),n1;Pq()?n1=Hq:n1=Rq;K3.exports=n1});var b3=s((pR,Z3)=>{"use strict";var Mq=L3(),Gq=Y3(),Wq={uint16:Gq,uint8:Mq};Z3.exports=Wq});var z3=s((qR,j3)=>{"use strict";var $3=b3(),J3;function Cq(){var r,e;return r=new $3.uint16(1),r[0]=4660,e=new $3.uint8(r.buffer),e[0]===52}J3=Cq();j3.exports=J3});var k0=s((mR,x3)=>{"use strict";var Dq=z3();x3.exports=Dq});var ea=s((_R,ra)=>{"use strict";var Uq=k0(),v1;Uq===!0?v1=1:v1=0;ra.exports=v1});var aa=s((NR,ta)=>{"use strict";var Bq=X0(),Xq=V0(),Vq=ea(),ia=new Xq(1),kq=new Bq(ia.buffer);function Qq(r){return ia[0]=r,kq[Vq]}ta.exports=Qq});var J=s((IR,ua)=>{"use strict";var Kq=aa();ua.exports=Kq});var na=s((AR,sa)=>{"use strict";var Yq=k0(),o1;Yq===!0?o1=1:o1=0;sa.exports=o1});var oa=s((gR,va)=>{"use strict";var Zq=X0(),bq=V0(),$q=na(),f1=new bq(1),Jq=new Zq(f1.buffer);function jq(r,e){return f1[0]=r,Jq[$q]=e>>>0,f1[0]}va.exports=jq});var ir=s((yR,fa)=>{"use strict";var zq=oa();fa.exports=zq});var pa=s((hR,ca)=>{"use strict";var xq=k0(),la,l1,c1;xq===!0?(l1=1,c1=0):(l1=0,c1=1);la={HIGH:l1,LOW:c1};ca.exports=la});var Ia=s((SR,Na)=>{"use strict";var rm=X0(),em=V0(),ma=pa(),_a=new em(1),qa=new rm(_a.buffer),im=ma.HIGH,tm=ma.LOW;function am(r,e){return qa[im]=r,qa[tm]=e,_a[0]}Na.exports=am});var yr=s((ER,Aa)=>{"use strict";var um=Ia();Aa.exports=um});var D=s((OR,ga)=>{"use strict";var sm=Number.POSITIVE_INFINITY;ga.exports=sm});var ha=s((TR,ya)=>{"use strict";ya.exports=Number});var Ea=s((LR,Sa)=>{"use strict";var nm=ha();Sa.exports=nm});var Y=s((wR,Oa)=>{"use strict";var vm=Ea(),om=vm.NEGATIVE_INFINITY;Oa.exports=om});var O0=s((FR,Ta)=>{"use strict";var fm=1023;Ta.exports=fm});var wa=s((dR,La)=>{"use strict";var lm=.34657359027997264;La.exports=lm});var da=s((PR,Fa)=>{"use strict";function cm(r){return r===0?-.03333333333333313:-.03333333333333313+r*(.0015873015872548146+r*(-793650757867488e-19+r*(4008217827329362e-21+r*-20109921818362437e-23)))}Fa.exports=cm});var Wa=s((HR,Ga)=>{"use strict";var pm=H(),Pa=J(),p1=ir(),qm=yr(),Ha=D(),mm=Y(),Ra=O0(),_m=wa(),Nm=da(),Im=709.782712893384,q1=.6931471803691238,m1=19082149292705877e-26,Ma=1.4426950408889634,Am=38.816242111356935,gm=1.0397207708399179;function ym(r){var e,i,t,u,a,n,v,o,c,f,l,q,p;if(r===Ha||pm(r))return r;if(r===mm)return-1;if(r===0)return r;if(r<0?(t=!0,o=-r):(t=!1,o=r),o>=Am){if(t)return-1;if(o>=Im)return Ha}if(n=Pa(o)|0,o>_m)o<gm?t?(u=r+q1,a=-m1,p=-1):(u=r-q1,a=m1,p=1):(t?p=Ma*r-.5:p=Ma*r+.5,p|=0,l=p,u=r-l*q1,a=l*m1),r=u-a,f=u-r-a;else{if(n<1016070144)return r;p=0}return e=.5*r,c=r*e,v=1+c*Nm(c),l=3-v*e,q=c*((v-l)/(6-r*l)),p===0?r-(r*q-c):(i=qm(Ra+p<<20,0),q=r*(q-f)-f,q-=c,p===-1?.5*(r-q)-.5:p===1?r<-.25?-2*(q-(r+.5)):1+2*(r-q):p<=-2||p>56?(o=1-(q-r),p===1024?(u=Pa(o)+(p<<20)|0,o=p1(o,u)):o*=i,o-1):(l=1,p<20?(u=1072693248-(2097152>>p)|0,l=p1(l,u),o=l-(q-r)):(u=Ra-p<<20|0,l=p1(l,u),o=r-(q+l),o+=1),o*=i,o))}Ga.exports=ym});var Q0=s((RR,Ca)=>{"use strict";var hm=Wa();Ca.exports=hm});var Ua=s((MR,Da)=>{"use strict";var Sm=Math.floor;Da.exports=Sm});var t0=s((GR,Ba)=>{"use strict";var Em=Ua();Ba.exports=Em});var Va=s((WR,Xa)=>{"use strict";function Om(r){return r===0?.6666666666666735:.6666666666666735+r*(.3999999999940942+r*(.2857142874366239+r*(.22222198432149784+r*(.1818357216161805+r*(.15313837699209373+r*.14798198605116586)))))}Xa.exports=Om});var Za=s((CR,Ya)=>{"use strict";var Tm=H(),ka=J(),Qa=ir(),Lm=D(),wm=Y(),Ka=O0(),Fm=Va(),_1=.6931471803691238,N1=19082149292705877e-26,dm=.41421356237309503,Pm=-.2928932188134525,Hm=1862645149230957e-24,Rm=5551115123125783e-32,Mm=9007199254740992,Gm=.6666666666666666;function Wm(r){var e,i,t,u,a,n,v,o,c,f;if(r<-1||Tm(r))return NaN;if(r===-1)return wm;if(r===Lm||r===0)return r;if(r<0?t=-r:t=r,f=1,t<dm){if(t<Hm)return t<Rm?r:r-r*r*.5;r>Pm&&(f=0,u=r,i=1)}return f!==0&&(t<Mm?(c=1+r,i=ka(c),f=(i>>20)-Ka,f>0?a=1-(c-r):a=r-(c-1),a/=c):(c=r,i=ka(c),f=(i>>20)-Ka,a=0),i&=1048575,i<434334?c=Qa(c,i|1072693248):(f+=1,c=Qa(c,i|1071644672),i=1048576-i>>2),u=c-1),e=.5*u*u,i===0?u===0?(a+=f*N1,f*_1+a):(o=e*(1-Gm*u),f*_1-(o-(f*N1+a)-u)):(n=u/(2+u),v=n*n,o=v*Fm(v),f===0?u-(e-n*(e+o)):f*_1-(e-(n*(e+o)+(f*N1+a))-u))}Ya.exports=Wm});var n0=s((DR,ba)=>{"use strict";var Cm=Za();ba.exports=Cm});var Ja=s((UR,$a)=>{"use strict";var Dm=Math.sqrt;$a.exports=Dm});var W=s((BR,ja)=>{"use strict";var Um=Ja();ja.exports=Um});var I1=s((XR,za)=>{"use strict";var Bm=.7853981633974483;za.exports=Bm});var r6=s((VR,xa)=>{"use strict";function Xm(r){var e,i,t;return r===0?.16666666666666713:(r<0?e=-r:e=r,e<=1?(i=-8.198089802484825+r*(19.562619833175948+r*(-16.262479672107002+r*(5.444622390564711+r*(-.6019598008014124+r*.004253011369004428)))),t=-49.18853881490881+r*(139.51056146574857+r*(-147.1791292232726+r*(70.49610280856842+r*(-14.740913729888538+r*1))))):(r=1/r,i=.004253011369004428+r*(-.6019598008014124+r*(5.444622390564711+r*(-16.262479672107002+r*(19.562619833175948+r*-8.198089802484825)))),t=1+r*(-14.740913729888538+r*(70.49610280856842+r*(-147.1791292232726+r*(139.51056146574857+r*-49.18853881490881))))),i/t)}xa.exports=Xm});var i6=s((kR,e6)=>{"use strict";function Vm(r){var e,i,t;return r===0?.08333333333333809:(r<0?e=-r:e=r,e<=1?(i=28.536655482610616+r*(-25.56901049652825+r*(6.968710824104713+r*(-.5634242780008963+r*.002967721961301243))),t=342.43986579130785+r*(-383.8770957603691+r*(147.0656354026815+r*(-21.947795316429207+r*1)))):(r=1/r,i=.002967721961301243+r*(-.5634242780008963+r*(6.968710824104713+r*(-25.56901049652825+r*28.536655482610616))),t=1+r*(-21.947795316429207+r*(147.0656354026815+r*(-383.8770957603691+r*342.43986579130785)))),i/t)}e6.exports=Vm});var u6=s((QR,a6)=>{"use strict";var km=H(),Qm=W(),t6=I1(),Km=r6(),Ym=i6(),Zm=6123233995736766e-32;function bm(r){var e,i,t,u,a;if(km(r))return NaN;if(r>0?t=r:(e=!0,t=-r),t>1)return NaN;if(t>.625)i=1-t,u=i*Ym(i),i=Qm(i+i),a=t6-i,i=i*u-Zm,a-=i,a+=t6;else{if(t<1e-8)return r;i=t*t,a=i*Km(i),a=t*a+t}return e?-a:a}a6.exports=bm});var Jr=s((KR,s6)=>{"use strict";var $m=u6();s6.exports=$m});var v6=s((YR,n6)=>{"use strict";function Jm(r){return Math.abs(r)}n6.exports=Jm});var F=s((ZR,o6)=>{"use strict";var jm=v6();o6.exports=jm});var l6=s((bR,f6)=>{"use strict";var zm=Math.ceil;f6.exports=zm});var p6=s(($R,c6)=>{"use strict";var xm=l6();c6.exports=xm});var m6=s((JR,q6)=>{"use strict";var r_=t0(),e_=p6();function i_(r){return r<0?e_(r):r_(r)}q6.exports=i_});var jr=s((jR,_6)=>{"use strict";var t_=m6();_6.exports=t_});var I6=s((zR,N6)=>{"use strict";var a_=1023;N6.exports=a_});var g6=s((xR,A6)=>{"use strict";var u_=-1023;A6.exports=u_});var h6=s((rM,y6)=>{"use strict";var s_=-1074;y6.exports=s_});var E6=s((eM,S6)=>{"use strict";var n_=D(),v_=Y();function o_(r){return r===n_||r===v_}S6.exports=o_});var K0=s((iM,O6)=>{"use strict";var f_=E6();O6.exports=f_});var L6=s((tM,T6)=>{"use strict";var l_=2147483648;T6.exports=l_});var T0=s((aM,w6)=>{"use strict";var c_=2147483647;w6.exports=c_});var P6=s((uM,d6)=>{"use strict";var p_=k0(),F6,A1,g1;p_===!0?(A1=1,g1=0):(A1=0,g1=1);F6={HIGH:A1,LOW:g1};d6.exports=F6});var y1=s((sM,G6)=>{"use strict";var q_=X0(),m_=V0(),R6=P6(),M6=new m_(1),H6=new q_(M6.buffer),__=R6.HIGH,N_=R6.LOW;function I_(r,e,i,t){return M6[0]=r,e[t]=H6[__],e[t+i]=H6[N_],e}G6.exports=I_});var C6=s((nM,W6)=>{"use strict";var A_=y1();function g_(r){return A_(r,[0,0],1,0)}W6.exports=g_});var zr=s((vM,U6)=>{"use strict";var y_=Ir(),D6=C6(),h_=y1();y_(D6,"assign",h_);U6.exports=D6});var X6=s((oM,B6)=>{"use strict";var S_=L6(),E_=T0(),O_=zr(),T_=J(),L_=yr(),h1=[0,0];function w_(r,e){var i,t;return O_.assign(r,h1,1,0),i=h1[0],i&=E_,t=T_(e),t&=S_,i|=t,L_(i,h1[1])}B6.exports=w_});var xr=s((fM,V6)=>{"use strict";var F_=X6();V6.exports=F_});var L0=s((lM,k6)=>{"use strict";var d_=22250738585072014e-324;k6.exports=d_});var S1=s((cM,Q6)=>{"use strict";var P_=L0(),H_=K0(),R_=H(),M_=F(),G_=4503599627370496;function W_(r,e,i,t){return R_(r)||H_(r)?(e[t]=r,e[t+i]=0,e):r!==0&&M_(r)<P_?(e[t]=r*G_,e[t+i]=-52,e):(e[t]=r,e[t+i]=0,e)}Q6.exports=W_});var Y6=s((pM,K6)=>{"use strict";var C_=S1();function D_(r){return C_(r,[0,0],1,0)}K6.exports=D_});var $6=s((qM,b6)=>{"use strict";var U_=Ir(),Z6=Y6(),B_=S1();U_(Z6,"assign",B_);b6.exports=Z6});var hr=s((mM,J6)=>{"use strict";var X_=2146435072;J6.exports=X_});var z6=s((_M,j6)=>{"use strict";var V_=J(),k_=hr(),Q_=O0();function K_(r){var e=V_(r);return e=(e&k_)>>>20,e-Q_|0}j6.exports=K_});var r4=s((NM,x6)=>{"use strict";var Y_=z6();x6.exports=Y_});var i4=s((IM,e4)=>{"use strict";var Z_=D(),b_=Y(),$_=O0(),J_=I6(),j_=g6(),z_=h6(),x_=H(),rN=K0(),eN=xr(),iN=$6().assign,tN=r4(),aN=zr(),uN=yr(),sN=2220446049250313e-31,nN=2148532223,E1=[0,0],O1=[0,0];function vN(r,e){var i,t;return e===0||r===0||x_(r)||rN(r)?r:(iN(r,E1,1,0),r=E1[0],e+=E1[1],e+=tN(r),e<z_?eN(0,r):e>J_?r<0?b_:Z_:(e<=j_?(e+=52,t=sN):t=1,aN.assign(r,O1,1,0),i=O1[0],i&=nN,i|=e+$_<<20,t*uN(i,O1[1])))}e4.exports=vN});var Y0=s((AM,t4)=>{"use strict";var oN=i4();t4.exports=oN});var u4=s((gM,a4)=>{"use strict";function fN(r){return r===0?.16666666666666602:.16666666666666602+r*(-.0027777777777015593+r*(6613756321437934e-20+r*(-16533902205465252e-22+r*41381367970572385e-24)))}a4.exports=fN});var n4=s((yM,s4)=>{"use strict";var lN=Y0(),cN=u4();function pN(r,e,i){var t,u,a,n;return t=r-e,u=t*t,a=t-u*cN(u),n=1-(e-t*a/(2-a)-r),lN(n,i)}s4.exports=pN});var p4=s((hM,c4)=>{"use strict";var qN=H(),v4=jr(),mN=Y(),o4=D(),_N=n4(),NN=.6931471803691238,IN=19082149292705877e-26,f4=1.4426950408889634,AN=709.782712893384,gN=-745.1332191019411,l4=1/(1<<28),yN=-l4;function hN(r){var e,i,t;return qN(r)||r===o4?r:r===mN?0:r>AN?o4:r<gN?0:r>yN&&r<l4?1+r:(r<0?t=v4(f4*r-.5):t=v4(f4*r+.5),e=r-t*NN,i=t*IN,_N(e,i,t))}c4.exports=hN});var G=s((SM,q4)=>{"use strict";var SN=p4();q4.exports=SN});var _4=s((EM,m4)=>{"use strict";var EN=t0();function ON(r){return EN(r)===r}m4.exports=ON});var Z0=s((OM,N4)=>{"use strict";var TN=_4();N4.exports=TN});var A4=s((TM,I4)=>{"use strict";var LN=Z0();function wN(r){return LN(r/2)}I4.exports=wN});var y4=s((LM,g4)=>{"use strict";var FN=A4();g4.exports=FN});var E4=s((wM,S4)=>{"use strict";var h4=y4();function dN(r){return r>0?h4(r-1):h4(r+1)}S4.exports=dN});var re=s((FM,O4)=>{"use strict";var PN=E4();O4.exports=PN});var L4=s((dM,T4)=>{"use strict";var HN=k0(),T1;HN===!0?T1=0:T1=1;T4.exports=T1});var F4=s((PM,w4)=>{"use strict";var RN=X0(),MN=V0(),GN=L4(),L1=new MN(1),WN=new RN(L1.buffer);function CN(r,e){return L1[0]=r,WN[GN]=e>>>0,L1[0]}w4.exports=CN});var tr=s((HM,d4)=>{"use strict";var DN=F4();d4.exports=DN});var H4=s((RM,P4)=>{"use strict";function UN(r){return r|0}P4.exports=UN});var w1=s((MM,R4)=>{"use strict";var BN=H4();R4.exports=BN});var W4=s((GM,G4)=>{"use strict";var M4=re(),XN=xr(),VN=Y(),ee=D();function kN(r,e){return e===VN?ee:e===ee?0:e>0?M4(e)?r:0:M4(e)?XN(ee,r):ee}G4.exports=kN});var D4=s((WM,C4)=>{"use strict";var QN=T0(),KN=J(),YN=1072693247,ie=1e300,te=1e-300;function ZN(r,e){var i,t;return t=KN(r),i=t&QN,i<=YN?e<0?ie*ie:te*te:e>0?ie*ie:te*te}C4.exports=ZN});var X4=s((CM,B4)=>{"use strict";var bN=F(),U4=D();function $N(r,e){return r===-1?(r-r)/(r-r):r===1?1:bN(r)<1==(e===U4)?0:U4}B4.exports=$N});var F1=s((DM,V4)=>{"use strict";var JN=20;V4.exports=JN});var Q4=s((UM,k4)=>{"use strict";function jN(r){return r===0?.5999999999999946:.5999999999999946+r*(.4285714285785502+r*(.33333332981837743+r*(.272728123808534+r*(.23066074577556175+r*.20697501780033842))))}k4.exports=jN});var b4=s((BM,Z4)=>{"use strict";var zN=J(),ae=tr(),K4=ir(),xN=O0(),rI=F1(),eI=Q4(),iI=1048575,Y4=1048576,tI=1072693248,aI=536870912,uI=524288,sI=9007199254740992,nI=.9617966939259756,vI=.9617967009544373,oI=-7028461650952758e-24,fI=[1,1.5],lI=[0,.5849624872207642],cI=[0,1350039202129749e-23];function pI(r,e,i){var t,u,a,n,v,o,c,f,l,q,p,m,_,A,N,S,I,E,h,O,y,T;return O=0,i<Y4&&(e*=sI,O-=53,i=zN(e)),O+=(i>>rI)-xN|0,y=i&iI|0,i=y|tI|0,y<=235662?T=0:y<767610?T=1:(T=0,O+=1,i-=Y4),e=K4(e,i),f=fI[T],E=e-f,h=1/(e+f),u=E*h,n=ae(u,0),t=(i>>1|aI)+uI,t+=T<<18,o=K4(0,t),c=e-(o-f),v=h*(E-n*o-n*c),a=u*u,I=a*a*eI(a),I+=v*(n+u),a=n*n,o=3+a+I,o=ae(o,0),c=I-(o-3-a),E=n*o,h=v*o+c*u,q=E+h,q=ae(q,0),p=h-(q-E),m=vI*q,_=oI*q+p*nI+cI[T],l=lI[T],S=O,A=m+_+l+S,A=ae(A,0),N=_-(A-S-l-m),r[0]=A,r[1]=N,r}Z4.exports=pI});var J4=s((XM,$4)=>{"use strict";function qI(r){return r===0?.5:.5+r*(-.3333333333333333+r*.25)}$4.exports=qI});var z4=s((VM,j4)=>{"use strict";var mI=tr(),_I=J4(),NI=1.4426950408889634,II=1.4426950216293335,AI=19259629911266175e-24;function gI(r,e){var i,t,u,a,n,v;return u=e-1,a=u*u*_I(u),n=II*u,v=u*AI-a*NI,t=n+v,t=mI(t,0),i=v-(t-n),r[0]=t,r[1]=i,r}j4.exports=gI});var r5=s((kM,x4)=>{"use strict";var yI=.6931471805599453;x4.exports=yI});var d1=s((QM,e5)=>{"use strict";var hI=1048575;e5.exports=hI});var t5=s((KM,i5)=>{"use strict";function SI(r){return r===0?.16666666666666602:.16666666666666602+r*(-.0027777777777015593+r*(6613756321437934e-20+r*(-16533902205465252e-22+r*41381367970572385e-24)))}i5.exports=SI});var f5=s((YM,o5)=>{"use strict";var EI=J(),a5=ir(),OI=tr(),TI=w1(),LI=Y0(),wI=r5(),u5=O0(),s5=T0(),n5=d1(),Sr=F1(),FI=t5(),v5=1048576,dI=1071644672,PI=.6931471824645996,HI=-1904654299957768e-24;function RI(r,e,i){var t,u,a,n,v,o,c,f,l,q,p;return q=r&s5|0,p=(q>>Sr)-u5|0,l=0,q>dI&&(l=r+(v5>>p+1)>>>0,p=((l&s5)>>Sr)-u5|0,t=(l&~(n5>>p))>>>0,a=a5(0,t),l=(l&n5|v5)>>Sr-p>>>0,r<0&&(l=-l),e-=a),a=i+e,a=OI(a,0),v=a*PI,o=(i-(a-e))*wI+a*HI,f=v+o,c=o-(f-v),a=f*f,u=f-a*FI(a),n=f*u/(u-2)-(c+f*c),f=1-(n-f),r=EI(f),r=TI(r),r+=l<<Sr>>>0,r>>Sr<=0?f=LI(f,l):f=a5(f,r),f}o5.exports=RI});var y5=s((ZM,g5)=>{"use strict";var l5=H(),c5=re(),p5=K0(),MI=Z0(),q5=W(),GI=F(),P1=zr(),WI=tr(),m5=w1(),CI=Y(),DI=D(),H1=T0(),UI=W4(),BI=D4(),XI=X4(),VI=b4(),kI=z4(),QI=f5(),KI=1072693247,YI=1105199104,ZI=1139802112,_5=1083179008,bI=1072693248,$I=1083231232,JI=3230714880,N5=31,w0=1e300,F0=1e-300,jI=8008566259537294e-32,A0=[0,0],I5=[0,0];function A5(r,e){var i,t,u,a,n,v,o,c,f,l,q,p,m,_,A,N;if(l5(r)||l5(e))return NaN;if(P1.assign(e,A0,1,0),v=A0[0],o=A0[1],o===0){if(e===0)return 1;if(e===1)return r;if(e===-1)return 1/r;if(e===.5)return q5(r);if(e===-.5)return 1/q5(r);if(e===2)return r*r;if(e===3)return r*r*r;if(e===4)return r*=r,r*r;if(p5(e))return XI(r,e)}if(P1.assign(r,A0,1,0),a=A0[0],n=A0[1],n===0){if(a===0)return UI(r,e);if(r===1)return 1;if(r===-1&&c5(e))return-1;if(p5(r))return r===CI?A5(-0,-e):e<0?0:DI}if(r<0&&MI(e)===!1)return(r-r)/(r-r);if(u=GI(r),i=a&H1|0,t=v&H1|0,c=a>>>N5|0,f=v>>>N5|0,c&&c5(e)?c=-1:c=1,t>YI){if(t>ZI)return BI(r,e);if(i<KI)return f===1?c*w0*w0:c*F0*F0;if(i>bI)return f===0?c*w0*w0:c*F0*F0;m=kI(I5,u)}else m=VI(I5,u,i);if(l=WI(e,0),p=(e-l)*m[0]+e*m[1],q=l*m[0],_=p+q,P1.assign(_,A0,1,0),A=m5(A0[0]),N=m5(A0[1]),A>=_5){if((A-_5|N)!==0||p+jI>_-q)return c*w0*w0}else if((A&H1)>=$I&&((A-JI|N)!==0||p<=_-q))return c*F0*F0;return _=QI(A,q,p),c*_}g5.exports=A5});var U=s((bM,h5)=>{"use strict";var zI=y5();h5.exports=zI});var b0=s(($M,S5)=>{"use strict";var xI=2.718281828459045;S5.exports=xI});var a0=s((JM,E5)=>{"use strict";var rA=2220446049250313e-31;E5.exports=rA});var T5=s((jM,O5)=>{"use strict";function eA(r){var e,i,t;return r===0?1/0:(r<0?e=-r:e=r,e<=1?(i=709811.662581658+r*(679979.8474157227+r*(293136.7857211597+r*(74887.54032914672+r*(12555.290582413863+r*(1443.4299244417066+r*(115.24194596137347+r*(6.309239205732627+r*(.22668404630224365+r*(.004826466289237662+r*4624429436045379e-20))))))))),t=0+r*(362880+r*(1026576+r*(1172700+r*(723680+r*(269325+r*(63273+r*(9450+r*(870+r*(45+r*1)))))))))):(r=1/r,i=4624429436045379e-20+r*(.004826466289237662+r*(.22668404630224365+r*(6.309239205732627+r*(115.24194596137347+r*(1443.4299244417066+r*(12555.290582413863+r*(74887.54032914672+r*(293136.7857211597+r*(679979.8474157227+r*709811.662581658))))))))),t=1+r*(45+r*(870+r*(9450+r*(63273+r*(269325+r*(723680+r*(1172700+r*(1026576+r*(362880+r*0)))))))))),i/t)}O5.exports=eA});var F5=s((zM,w5)=>{"use strict";var L5=H(),iA=n0(),tA=W(),aA=F(),uA=G(),R1=U(),sA=b0(),M1=a0(),G1=T5(),W1=10.900511;function nA(r,e){var i,t,u,a,n,v,o;return L5(r)||L5(e)?NaN:r<0||e<0?NaN:e===1?1/r:r===1?1/e:(o=r+e,o<M1?(n=o/r,n/=e,n):o===r&&e<M1?1/e:o===e&&r<M1?1/r:(r<e&&(v=e,e=r,r=v),t=r+W1-.5,u=e+W1-.5,a=o+W1-.5,n=G1(r)*(G1(e)/G1(o)),i=r-.5-e,aA(e*i)<a*100&&r>100?n*=uA(i*iA(-e/a)):n*=R1(t/a,i),a>1e10?n*=R1(t/a*(u/a),e):n*=R1(t*u/(a*a),e),n*=tA(sA/u),n))}w5.exports=nA});var C1=s((xM,d5)=>{"use strict";var vA=F5();d5.exports=vA});var H5=s((rG,P5)=>{"use strict";var oA=D();function fA(r){return r===0&&1/r===oA}P5.exports=fA});var M5=s((eG,R5)=>{"use strict";var lA=H5();R5.exports=lA});var C5=s((iG,W5)=>{"use strict";var cA=M5(),G5=H(),D1=D();function pA(r,e){return G5(r)||G5(e)?NaN:r===D1||e===D1?D1:r===e&&r===0?cA(r)?r:e:r>e?r:e}W5.exports=pA});var $0=s((tG,D5)=>{"use strict";var qA=C5();D5.exports=qA});var B5=s((aG,U5)=>{"use strict";var mA=Y();function _A(r){return r===0&&1/r===mA}U5.exports=_A});var U1=s((uG,X5)=>{"use strict";var NA=B5();X5.exports=NA});var Q5=s((sG,k5)=>{"use strict";var IA=U1(),V5=H(),B1=Y();function AA(r,e){return V5(r)||V5(e)?NaN:r===B1||e===B1?B1:r===e&&r===0?IA(r)?r:e:r<e?r:e}k5.exports=AA});var d0=s((nG,K5)=>{"use strict";var gA=Q5();K5.exports=gA});var P0=s((vG,Y5)=>{"use strict";var yA=17976931348623157e292;Y5.exports=yA});var X1=s((oG,Z5)=>{"use strict";var hA=2147483647;Z5.exports=hA});var ue=s((fG,b5)=>{"use strict";var SA=1.5707963267948966;b5.exports=SA});var g0=s((lG,$5)=>{"use strict";var EA=3.141592653589793;$5.exports=EA});var j5=s((cG,J5)=>{"use strict";function OA(r){return r===0?.0416666666666666:.0416666666666666+r*(-.001388888888887411+r*2480158728947673e-20)}J5.exports=OA});var x5=s((pG,z5)=>{"use strict";function TA(r){return r===0?-27557314351390663e-23:-27557314351390663e-23+r*(2087572321298175e-24+r*-11359647557788195e-27)}z5.exports=TA});var e7=s((qG,r7)=>{"use strict";var LA=j5(),wA=x5();function FA(r,e){var i,t,u,a;return a=r*r,u=a*a,t=a*LA(a),t+=u*u*wA(a),i=.5*a,u=1-i,u+(1-u-i+(a*t-r*e))}r7.exports=FA});var V1=s((mG,i7)=>{"use strict";var dA=e7();i7.exports=dA});var u7=s((_G,a7)=>{"use strict";var t7=-.16666666666666632,PA=.00833333333332249,HA=-.0001984126982985795,RA=27557313707070068e-22,MA=-25050760253406863e-24,GA=158969099521155e-24;function WA(r,e){var i,t,u,a;return a=r*r,u=a*a,i=PA+a*(HA+a*RA)+a*u*(MA+a*GA),t=a*r,e===0?r+t*(t7+a*i):r-(a*(.5*e-t*i)-e-t*t7)}a7.exports=WA});var k1=s((NG,s7)=>{"use strict";var CA=u7();s7.exports=CA});var v7=s((IG,n7)=>{"use strict";var DA=k0(),Q1;DA===!0?Q1=0:Q1=1;n7.exports=Q1});var l7=s((AG,f7)=>{"use strict";var UA=X0(),BA=V0(),XA=v7(),o7=new BA(1),VA=new UA(o7.buffer);function kA(r){return o7[0]=r,VA[XA]}f7.exports=kA});var p7=s((gG,c7)=>{"use strict";var QA=l7();c7.exports=QA});var m7=s((yG,q7)=>{"use strict";function KA(r,e){var i,t;for(i=[],t=0;t<e;t++)i.push(r);return i}q7.exports=KA});var N7=s((hG,_7)=>{"use strict";var YA=m7();_7.exports=YA});var A7=s((SG,I7)=>{"use strict";var ZA=N7();function bA(r){return ZA(0,r)}I7.exports=bA});var y7=s((EG,g7)=>{"use strict";var $A=A7();g7.exports=$A});var T7=s((OG,O7)=>{"use strict";var JA=t0(),se=Y0(),oe=y7(),S7=[10680707,7228996,1387004,2578385,16069853,12639074,9804092,4427841,16666979,11263675,12935607,2387514,4345298,14681673,3074569,13734428,16653803,1880361,10960616,8533493,3062596,8710556,7349940,6258241,3772886,3769171,3798172,8675211,12450088,3874808,9961438,366607,15675153,9132554,7151469,3571407,2607881,12013382,4155038,6285869,7677882,13102053,15825725,473591,9065106,15363067,6271263,9264392,5636912,4652155,7056368,13614112,10155062,1944035,9527646,15080200,6658437,6231200,6832269,16767104,5075751,3212806,1398474,7579849,6349435,12618859],jA=[1.570796251296997,7549789415861596e-23,5390302529957765e-30,3282003415807913e-37,1270655753080676e-44,12293330898111133e-52,27337005381646456e-60,21674168387780482e-67],K1=16777216,Y1=5960464477539063e-23,ne=oe(20),h7=oe(20),ve=oe(20),k=oe(20);function E7(r,e,i,t,u,a,n,v,o){var c,f,l,q,p,m,_,A,N;for(q=a,N=t[i],A=i,p=0;A>0;p++)f=Y1*N|0,k[p]=N-K1*f|0,N=t[A-1]+f,A-=1;if(N=se(N,u),N-=8*JA(N*.125),_=N|0,N-=_,l=0,u>0?(p=k[i-1]>>24-u,_+=p,k[i-1]-=p<<24-u,l=k[i-1]>>23-u):u===0?l=k[i-1]>>23:N>=.5&&(l=2),l>0){for(_+=1,c=0,p=0;p<i;p++)A=k[p],c===0?A!==0&&(c=1,k[p]=16777216-A):k[p]=16777215-A;if(u>0)switch(u){case 1:k[i-1]&=8388607;break;case 2:k[i-1]&=4194303;break}l===2&&(N=1-N,c!==0&&(N-=se(1,u)))}if(N===0){for(A=0,p=i-1;p>=a;p--)A|=k[p];if(A===0){for(m=1;k[a-m]===0;m++);for(p=i+1;p<=i+m;p++){for(o[v+p]=S7[n+p],f=0,A=0;A<=v;A++)f+=r[A]*o[v+(p-A)];t[p]=f}return i+=m,E7(r,e,i,t,u,a,n,v,o)}for(i-=1,u-=24;k[i]===0;)i-=1,u-=24}else N=se(N,-u),N>=K1?(f=Y1*N|0,k[i]=N-K1*f|0,i+=1,u+=24,k[i]=f):k[i]=N|0;for(f=se(1,u),p=i;p>=0;p--)t[p]=f*k[p],f*=Y1;for(p=i;p>=0;p--){for(f=0,m=0;m<=q&&m<=i-p;m++)f+=jA[m]*t[p+m];ve[i-p]=f}for(f=0,p=i;p>=0;p--)f+=ve[p];for(l===0?e[0]=f:e[0]=-f,f=ve[0]-f,p=1;p<=i;p++)f+=ve[p];return l===0?e[1]=f:e[1]=-f,_&7}function zA(r,e,i,t){var u,a,n,v,o,c,f,l,q;for(a=4,v=t-1,n=(i-3)/24|0,n<0&&(n=0),c=i-24*(n+1),l=n-v,q=v+a,f=0;f<=q;f++)l<0?ne[f]=0:ne[f]=S7[l],l+=1;for(f=0;f<=a;f++){for(u=0,l=0;l<=v;l++)u+=r[l]*ne[v+(f-l)];h7[f]=u}return o=a,E7(r,e,o,h7,c,a,n,v,ne)}O7.exports=zA});var w7=s((TG,L7)=>{"use strict";var xA=Math.round;L7.exports=xA});var Z1=s((LG,F7)=>{"use strict";var rg=w7();F7.exports=rg});var R7=s((wG,H7)=>{"use strict";var eg=Z1(),d7=J(),ig=.6366197723675814,tg=1.5707963267341256,ag=6077100506506192e-26,ug=6077100506303966e-26,sg=20222662487959506e-37,ng=20222662487111665e-37,vg=84784276603689e-45,P7=2047;function og(r,e,i){var t,u,a,n,v,o,c;return u=eg(r*ig),n=r-u*tg,v=u*ag,c=e>>20|0,i[0]=n-v,t=d7(i[0]),o=c-(t>>20&P7),o>16&&(a=n,v=u*ug,n=a-v,v=u*sg-(a-n-v),i[0]=n-v,t=d7(i[0]),o=c-(t>>20&P7),o>49&&(a=n,v=u*ng,n=a-v,v=u*vg-(a-n-v),i[0]=n-v)),i[1]=n-i[0]-v,u}H7.exports=og});var G7=s((FG,M7)=>{"use strict";var fg=T0(),lg=hr(),cg=d1(),pg=J(),qg=p7(),mg=yr(),_g=T7(),fe=R7(),Ng=0,Ig=16777216,H0=1.5707963267341256,J0=6077100506506192e-26,le=2*J0,ce=3*J0,pe=4*J0,Ag=598523,gg=1072243195,yg=1073928572,hg=1074752122,Sg=1074977148,Eg=1075183036,Og=1075388923,Tg=1075594811,Lg=1094263291,Er=[0,0,0],Or=[0,0];function wg(r,e){var i,t,u,a,n,v,o,c;if(u=pg(r)|0,a=u&fg|0,a<=gg)return e[0]=r,e[1]=0,0;if(a<=hg)return(a&cg)===Ag?fe(r,a,e):a<=yg?u>0?(c=r-H0,e[0]=c-J0,e[1]=c-e[0]-J0,1):(c=r+H0,e[0]=c+J0,e[1]=c-e[0]+J0,-1):u>0?(c=r-2*H0,e[0]=c-le,e[1]=c-e[0]-le,2):(c=r+2*H0,e[0]=c+le,e[1]=c-e[0]+le,-2);if(a<=Tg)return a<=Eg?a===Sg?fe(r,a,e):u>0?(c=r-3*H0,e[0]=c-ce,e[1]=c-e[0]-ce,3):(c=r+3*H0,e[0]=c+ce,e[1]=c-e[0]+ce,-3):a===Og?fe(r,a,e):u>0?(c=r-4*H0,e[0]=c-pe,e[1]=c-e[0]-pe,4):(c=r+4*H0,e[0]=c+pe,e[1]=c-e[0]+pe,-4);if(a<Lg)return fe(r,a,e);if(a>=lg)return e[0]=NaN,e[1]=NaN,0;for(i=qg(r),t=(a>>20)-1046,c=mg(a-(t<<20|0),i),v=0;v<2;v++)Er[v]=c|0,c=(c-Er[v])*Ig;for(Er[2]=c,n=3;Er[n-1]===Ng;)n-=1;return o=_g(Er,Or,t,n,1),u<0?(e[0]=-Or[0],e[1]=-Or[1],-o):(e[0]=Or[0],e[1]=Or[1],o)}M7.exports=wg});var b1=s((dG,W7)=>{"use strict";var Fg=G7();W7.exports=Fg});var U7=s((PG,D7)=>{"use strict";var dg=T0(),Pg=hr(),Hg=J(),C7=V1(),$1=k1(),Rg=b1(),Mg=1072243195,Gg=1045430272,y0=[0,0];function Wg(r){var e,i;if(e=Hg(r),e&=dg,e<=Mg)return e<Gg?r:$1(r,0);if(e>=Pg)return NaN;switch(i=Rg(r,y0),i&3){case 0:return $1(y0[0],y0[1]);case 1:return C7(y0[0],y0[1]);case 2:return-$1(y0[0],y0[1]);default:return-C7(y0[0],y0[1])}}D7.exports=Wg});var ar=s((HG,B7)=>{"use strict";var Cg=U7();B7.exports=Cg});var Tr=s((RG,X7)=>{"use strict";var Dg=2.5066282746310007;X7.exports=Dg});var k7=s((MG,V7)=>{"use strict";function Ug(r){return r===0?.08333333333334822:.08333333333334822+r*(.0034722222160545866+r*(-.0026813261780578124+r*(-.00022954996161337813+r*.0007873113957930937)))}V7.exports=Ug});var Y7=s((GG,K7)=>{"use strict";var Bg=Tr(),Q7=U(),Xg=G(),Vg=k7(),kg=143.01608;function Qg(r){var e,i,t;return e=1/r,e=1+e*Vg(e),i=Xg(r),r>kg?(t=Q7(r,.5*r-.25),i=t*(t/i)):i=Q7(r,r-.5)/i,Bg*i*e}K7.exports=Qg});var b7=s((WG,Z7)=>{"use strict";var Kg=.5772156649015329;Z7.exports=Kg});var J7=s((CG,$7)=>{"use strict";var Yg=b7();function Zg(r,e){return e/((1+Yg*r)*r)}$7.exports=Zg});var z7=s((DG,j7)=>{"use strict";function bg(r){var e,i,t;return r===0?1:(r<0?e=-r:e=r,e<=1?(i=1+r*(.4942148268014971+r*(.20744822764843598+r*(.04763678004571372+r*(.010421379756176158+r*(.0011913514700658638+r*(.00016011952247675185+r*0)))))),t=1+r*(.0714304917030273+r*(-.23459179571824335+r*(.035823639860549865+r*(.011813978522206043+r*(-.004456419138517973+r*(.0005396055804933034+r*-23158187332412014e-21))))))):(r=1/r,i=0+r*(.00016011952247675185+r*(.0011913514700658638+r*(.010421379756176158+r*(.04763678004571372+r*(.20744822764843598+r*(.4942148268014971+r*1)))))),t=-23158187332412014e-21+r*(.0005396055804933034+r*(-.004456419138517973+r*(.011813978522206043+r*(.035823639860549865+r*(-.23459179571824335+r*(.0714304917030273+r*1))))))),i/t)}j7.exports=bg});var s8=s((UG,u8)=>{"use strict";var $g=H(),Jg=Z0(),jg=U1(),x7=F(),zg=t0(),xg=ar(),r8=D(),e8=Y(),i8=g0(),t8=Y7(),a8=J7(),ry=z7();function ey(r){var e,i,t,u;if(Jg(r)&&r<0||r===e8||$g(r))return NaN;if(r===0)return jg(r)?e8:r8;if(r>171.61447887182297)return r8;if(r<-170.5674972726612)return 0;if(i=x7(r),i>33)return r>=0?t8(r):(t=zg(i),(t&1)===0?e=-1:e=1,u=i-t,u>.5&&(t+=1,u=i-t),u=i*xg(i8*u),e*i8/(x7(u)*t8(i)));for(u=1;r>=3;)r-=1,u*=r;for(;r<0;){if(r>-1e-9)return a8(r,u);u/=r,r+=1}for(;r<2;){if(r<1e-9)return a8(r,u);u/=r,r+=1}return r===2?u:(r-=2,u*ry(r))}u8.exports=ey});var v0=s((BG,n8)=>{"use strict";var iy=s8();n8.exports=iy});var Lr=s((XG,v8)=>{"use strict";var ty=170;v8.exports=ty});var o8=s((VG,ay)=>{ay.exports=[1,1,2,6,24,120,720,5040,40320,362880,3628800,39916800,479001600,6227020800,87178291200,1307674368e3,20922789888e3,355687428096e3,6402373705728e3,121645100408832e3,243290200817664e4,5109094217170944e4,11240007277776077e5,2585201673888498e7,6204484017332394e8,15511210043330986e9,40329146112660565e10,10888869450418352e12,30488834461171387e13,8841761993739702e15,26525285981219107e16,8222838654177922e18,2631308369336935e20,8683317618811886e21,29523279903960416e22,10333147966386145e24,37199332678990125e25,13763753091226346e27,5230226174666011e29,20397882081197444e30,8159152832478977e32,3345252661316381e34,140500611775288e37,6041526306337383e37,2658271574788449e39,11962222086548019e40,5502622159812089e42,25862324151116818e43,12413915592536073e45,6082818640342675e47,30414093201713376e48,15511187532873822e50,8065817517094388e52,42748832840600255e53,2308436973392414e56,12696403353658276e57,7109985878048635e59,40526919504877214e60,23505613312828785e62,13868311854568984e64,832098711274139e67,5075802138772248e68,3146997326038794e70,198260831540444e73,12688693218588417e73,8247650592082472e75,5443449390774431e77,3647111091818868e79,24800355424368305e80,1711224524281413e83,11978571669969892e84,8504785885678623e86,61234458376886085e87,44701154615126844e89,3307885441519386e92,248091408113954e95,18854947016660504e95,14518309202828587e97,11324281178206297e99,8946182130782976e101,7156945704626381e103,5797126020747368e105,4753643337012842e107,3945523969720659e109,3314240134565353e111,281710411438055e114,24227095383672734e114,2107757298379528e117,18548264225739844e118,1650795516090846e121,14857159644817615e122,1352001527678403e125,12438414054641308e126,11567725070816416e128,1087366156656743e131,1032997848823906e133,9916779348709496e134,9619275968248212e136,9426890448883248e138,9332621544394415e140,9332621544394415e142,942594775983836e145,9614466715035127e146,990290071648618e149,10299016745145628e150,1081396758240291e153,11462805637347084e154,1226520203196138e157,1324641819451829e159,14438595832024937e160,1588245541522743e163,17629525510902446e164,1974506857221074e167,22311927486598138e168,25435597334721877e170,2925093693493016e173,3393108684451898e175,3969937160808721e177,4684525849754291e179,5574585761207606e181,6689502913449127e183,8094298525273444e185,9875044200833601e187,1214630436702533e190,1506141741511141e192,1882677176888926e194,2372173242880047e196,30126600184576594e197,3856204823625804e200,4974504222477287e202,6466855489220474e204,847158069087882e207,11182486511960043e208,14872707060906857e210,19929427461615188e212,26904727073180504e214,3659042881952549e217,5012888748274992e219,6917786472619489e221,9615723196941089e223,13462012475717526e225,1898143759076171e228,2695364137888163e230,3854370717180073e232,55502938327393044e233,8047926057471992e236,11749972043909107e238,1727245890454639e241,25563239178728654e242,380892263763057e246,5713383956445855e247,862720977423324e250,13113358856834524e251,20063439050956823e253,30897696138473508e255,4789142901463394e258,7471062926282894e260,11729568794264145e262,1853271869493735e265,29467022724950384e266,47147236359920616e268,7590705053947219e271,12296942187394494e273,20044015765453026e275,3287218585534296e278,5423910666131589e280,9003691705778438e282,1503616514864999e285,25260757449731984e286,4269068009004705e289,7257415615307999e291]});var l8=s((kG,f8)=>{"use strict";var uy=H(),sy=Z0(),ny=v0(),vy=D(),oy=Lr(),fy=o8();function ly(r){return uy(r)?NaN:sy(r)?r<0?NaN:r<=oy?fy[r]:vy:ny(r+1)}f8.exports=ly});var J1=s((QG,c8)=>{"use strict";var cy=l8();c8.exports=cy});var q8=s((KG,p8)=>{"use strict";function py(r){var e,i,t;return r===0?1/0:(r<0?e=-r:e=r,e<=1?(i=3847467039331777e-5+r*(3685766504351951e-5+r*(1588920245372942e-5+r*(4059208354298835e-6+r*(6805476611834733e-7+r*(7823975500312005e-8+r*(6246580776401795e-9+r*(341986.3488721347+r*(12287.194511824551+r*(261.61404416416684+r*2.5066282746310007))))))))),t=0+r*(362880+r*(1026576+r*(1172700+r*(723680+r*(269325+r*(63273+r*(9450+r*(870+r*(45+r*1)))))))))):(r=1/r,i=2.5066282746310007+r*(261.61404416416684+r*(12287.194511824551+r*(341986.3488721347+r*(6246580776401795e-9+r*(7823975500312005e-8+r*(6805476611834733e-7+r*(4059208354298835e-6+r*(1588920245372942e-5+r*(3685766504351951e-5+r*3847467039331777e-5))))))))),t=1+r*(45+r*(870+r*(9450+r*(63273+r*(269325+r*(723680+r*(1172700+r*(1026576+r*(362880+r*0)))))))))),i/t)}p8.exports=py});var _8=s((YG,m8)=>{"use strict";var qy=q8();m8.exports=qy});var I8=s((ZG,N8)=>{"use strict";var my=_8();N8.exports=my});var ur=s((bG,A8)=>{"use strict";var _y=10.900511;A8.exports=_y});var w8=s(($G,L8)=>{"use strict";var g8=I8(),Ny=v0(),Iy=n0(),y8=F(),h8=G(),S8=U(),E8=a0(),Ay=b0(),gy=ur(),O8=Lr(),yy=4269068009004705e289;function T8(r,e){var i,t,u;return r<E8?e>=O8?(t=T8(e,O8-e),t*=r,t*=yy,1/t):1/(r*Ny(r+e)):(u=r+gy-.5,r+e===r?y8(e/u)<E8?i=h8(-e):i=1:(y8(e)<10?i=h8((.5-r)*Iy(e/u)):i=S8(u/(u+e),r-.5),i*=g8(r)/g8(r+e)),i*=S8(Ay/(u+e),e),i)}L8.exports=T8});var M8=s((JG,R8)=>{"use strict";var hy=F(),F8=t0(),d8=v0(),P8=J1(),H8=Lr(),Sy=w8();function Ey(r,e){var i,t,u;if(r<=0||r+e<=0)return d8(r)/d8(r+e);if(t=F8(e),t===e){if(u=F8(r),u===r&&r<=H8&&r+e<=H8)return P8(u-1)/P8(t+u-1);if(hy(e)<20){if(e===0)return 1;if(e<0){for(r-=1,i=r,e+=1;e!==0;)r-=1,i*=r,e+=1;return i}for(i=1/r,e-=1;e!==0;)r+=1,i/=r,e-=1;return i}}return Sy(r,e)}R8.exports=Ey});var qe=s((jG,G8)=>{"use strict";var Oy=M8();G8.exports=Oy});var C8=s((zG,W8)=>{"use strict";function Ty(r){return r===0?.3999999999940942:.3999999999940942+r*(.22222198432149784+r*.15313837699209373)}W8.exports=Ty});var U8=s((xG,D8)=>{"use strict";function Ly(r){return r===0?.6666666666666735:.6666666666666735+r*(.2857142874366239+r*(.1818357216161805+r*.14798198605116586))}D8.exports=Ly});var k8=s((rW,V8)=>{"use strict";var B8=J(),wy=ir(),Fy=H(),dy=O0(),Py=Y(),Hy=C8(),Ry=U8(),me=.6931471803691238,_e=19082149292705877e-26,My=0x40000000000000,Gy=.3333333333333333,X8=1048575,Wy=2146435072,Cy=1048576,Dy=1072693248;function Uy(r){var e,i,t,u,a,n,v,o,c,f,l,q;return r===0?Py:Fy(r)||r<0?NaN:(i=B8(r),a=0,i<Cy&&(a-=54,r*=My,i=B8(r)),i>=Wy?r+r:(a+=(i>>20)-dy|0,i&=X8,o=i+614244&1048576|0,r=wy(r,i|o^Dy),a+=o>>20|0,v=r-1,(X8&2+i)<3?v===0?a===0?0:a*me+a*_e:(n=v*v*(.5-Gy*v),a===0?v-n:a*me-(n-a*_e-v)):(f=v/(2+v),q=f*f,o=i-398458|0,l=q*q,c=440401-i|0,u=l*Hy(l),t=q*Ry(l),o|=c,n=t+u,o>0?(e=.5*v*v,a===0?v-(e-f*(e+n)):a*me-(e-(f*(e+n)+a*_e)-v)):a===0?v-f*(v-n):a*me-(f*(v-n)-a*_e-v))))}V8.exports=Uy});var R=s((eW,Q8)=>{"use strict";var By=k8();Q8.exports=By});var Z8=s((iW,Y8)=>{"use strict";var Xy=J(),j1=V1(),K8=k1(),Vy=b1(),ky=T0(),Qy=hr(),h0=[0,0],Ky=1072243195,Yy=1044381696;function Zy(r){var e,i;if(e=Xy(r),e&=ky,e<=Ky)return e<Yy?1:j1(r,0);if(e>=Qy)return NaN;switch(i=Vy(r,h0),i&3){case 0:return j1(h0[0],h0[1]);case 1:return-K8(h0[0],h0[1]);case 2:return-j1(h0[0],h0[1]);default:return K8(h0[0],h0[1])}}Y8.exports=Zy});var Ne=s((tW,b8)=>{"use strict";var by=Z8();b8.exports=by});var j8=s((aW,J8)=>{"use strict";var $y=H(),Jy=K0(),$8=Ne(),z1=ar(),jy=F(),wr=xr(),Fr=g0();function zy(r){var e,i;return $y(r)?NaN:Jy(r)?NaN:(i=r%2,e=jy(i),e===0||e===1?wr(0,i):e<.25?z1(Fr*i):e<.75?(e=.5-e,wr($8(Fr*e),i)):e<1.25?(i=wr(1,i)-i,z1(Fr*i)):e<1.75?(e-=1.5,-wr($8(Fr*e),i)):(i-=wr(2,i),z1(Fr*i)))}J8.exports=zy});var x8=s((uW,z8)=>{"use strict";var xy=j8();z8.exports=xy});var eu=s((sW,ru)=>{"use strict";function rh(r){return r===0?.06735230105312927:.06735230105312927+r*(.007385550860814029+r*(.0011927076318336207+r*(.00022086279071390839+r*25214456545125733e-21)))}ru.exports=rh});var tu=s((nW,iu)=>{"use strict";function eh(r){return r===0?.020580808432516733:.020580808432516733+r*(.0028905138367341563+r*(.0005100697921535113+r*(.00010801156724758394+r*44864094961891516e-21)))}iu.exports=eh});var uu=s((vW,au)=>{"use strict";function ih(r){return r===0?1.3920053346762105:1.3920053346762105+r*(.7219355475671381+r*(.17193386563280308+r*(.01864591917156529+r*(.0007779424963818936+r*7326684307446256e-21))))}au.exports=ih});var nu=s((oW,su)=>{"use strict";function th(r){return r===0?.21498241596060885:.21498241596060885+r*(.325778796408931+r*(.14635047265246445+r*(.02664227030336386+r*(.0018402845140733772+r*3194753265841009e-20))))}su.exports=th});var ou=s((fW,vu)=>{"use strict";function ah(r){return r===0?-.032788541075985965:-.032788541075985965+r*(.006100538702462913+r*(-.0014034646998923284+r*.00031563207090362595))}vu.exports=ah});var lu=s((lW,fu)=>{"use strict";function uh(r){return r===0?.01797067508118204:.01797067508118204+r*(-.0036845201678113826+r*(.000881081882437654+r*-.00031275416837512086))}fu.exports=uh});var pu=s((cW,cu)=>{"use strict";function sh(r){return r===0?-.010314224129834144:-.010314224129834144+r*(.0022596478090061247+r*(-.0005385953053567405+r*.0003355291926355191))}cu.exports=sh});var mu=s((pW,qu)=>{"use strict";function nh(r){return r===0?.6328270640250934:.6328270640250934+r*(1.4549225013723477+r*(.9777175279633727+r*(.22896372806469245+r*.013381091853678766)))}qu.exports=nh});var Nu=s((qW,_u)=>{"use strict";function vh(r){return r===0?2.4559779371304113:2.4559779371304113+r*(2.128489763798934+r*(.7692851504566728+r*(.10422264559336913+r*.003217092422824239)))}_u.exports=vh});var Au=s((mW,Iu)=>{"use strict";function oh(r){return r===0?.08333333333333297:.08333333333333297+r*(-.0027777777772877554+r*(.0007936505586430196+r*(-.00059518755745034+r*(.0008363399189962821+r*-.0016309293409657527))))}Iu.exports=oh});var hu=s((_W,yu)=>{"use strict";var fh=H(),lh=K0(),ch=F(),sr=R(),ph=jr(),qh=x8(),mh=g0(),x1=D(),_h=eu(),Nh=tu(),Ih=uu(),Ah=nu(),gh=ou(),yh=lu(),hh=pu(),Sh=mu(),Eh=Nu(),Oh=Au(),Th=.07721566490153287,Lh=.3224670334241136,wh=1,Fh=-.07721566490153287,dh=.48383612272381005,Ph=-.1475877229945939,Hh=.06462494023913339,Rh=-.07721566490153287,Mh=1,Gh=.4189385332046727,Ie=1.4616321449683622,Wh=4503599627370496,Ch=72057594037927940,Dh=13877787807814457e-33,gu=1.4616321449683622,Uh=-.12148629053584961,Bh=-3638676997039505e-33;function Xh(r){var e,i,t,u,a,n,v,o,c,f,l,q,p;if(fh(r)||lh(r))return r;if(r===0)return x1;if(r<0?(e=!0,r=-r):e=!1,r<Dh)return-sr(r);if(e){if(r>=Wh||(c=qh(r),c===0))return x1;i=sr(mh/ch(c*r))}if(r===1||r===2)return 0;if(r<2)switch(r<=.9?(p=-sr(r),r>=Ie-1+.27?(l=1-r,t=0):r>=Ie-1-.27?(l=r-(gu-1),t=1):(l=r,t=2)):(p=0,r>=Ie+.27?(l=2-r,t=0):r>=Ie-.27?(l=r-gu,t=1):(l=r-1,t=2)),t){case 0:q=l*l,n=Th+q*_h(q),a=q*(Lh+q*Nh(q)),v=l*n+a,p+=v-.5*l;break;case 1:q=l*l,f=q*l,n=dh+f*gh(f),a=Ph+f*yh(f),u=Hh+f*hh(f),v=q*n-(Bh-f*(a+l*u)),p+=Uh+v;break;case 2:n=l*(Rh+l*Sh(l)),a=Mh+l*Eh(l),p+=-.5*l+n/a;break}else if(r<8)switch(t=ph(r),l=r-t,v=l*(Fh+l*Ah(l)),o=wh+l*Ih(l),p=.5*l+v/o,q=1,t){case 7:q*=l+6;case 6:q*=l+5;case 5:q*=l+4;case 4:q*=l+3;case 3:q*=l+2,p+=sr(q)}else r<Ch?(c=sr(r),q=1/r,l=q*q,f=Gh+q*Oh(l),p=(r-.5)*(c-1)+f):p=r*(sr(r)-1);return e&&(p=i-p),p}yu.exports=Xh});var nr=s((NW,Su)=>{"use strict";var Vh=hu();Su.exports=Vh});var S0=s((IW,Eu)=>{"use strict";var kh=709.782712893384;Eu.exports=kh});var Tu=s((AW,Ou)=>{"use strict";var Qh=14901161193847656e-24;Ou.exports=Qh});var wu=s((gW,Lu)=>{"use strict";var Kh=eval;Lu.exports=Kh});var du=s((yW,Fu)=>{"use strict";var Yh=wu();function Zh(){var r;try{Yh('"use strict"; (function* () {})'),r=!0}catch{r=!1}return r}Fu.exports=Zh});var ri=s((hW,Pu)=>{"use strict";var bh=du();Pu.exports=bh});var Ru=s((SW,Hu)=>{"use strict";var Ae=F(),$h=a0(),Jh=1e6;function jh(r,e){var i,t,u,a,n,v;if(v={},arguments.length>1&&(v=e),t=v.tolerance||$h,a=v.maxTerms||Jh,n=v.initialValue||0,i=typeof r.next=="function",i===!0){for(u of r)if(n+=u,Ae(t*n)>=Ae(u)||--a===0)break}else do u=r(),n+=u;while(Ae(t*n)<Ae(u)&&--a);return n}Hu.exports=jh});var Wu=s((EW,Gu)=>{"use strict";var Mu=F(),zh=a0(),xh=1e6;function rS(r,e){var i,t,u,a,n;n={},arguments.length>1&&(n=e),i=n.tolerance||zh,u=n.maxTerms||xh,a=n.initialValue||0;do t=r(),a+=t;while(Mu(i*a)<Mu(t)&&--u);return a}Gu.exports=rS});var vr=s((OW,Cu)=>{"use strict";var eS=ri(),iS=Ru(),tS=Wu(),ei;eS()?ei=iS:ei=tS;Cu.exports=ei});var Uu=s((TW,Du)=>{"use strict";function aS(r,e){var i=1,t=r,u=e;return a;function a(){var n=i;return i*=t/u,t-=1,n}}Du.exports=aS});var Xu=s((LW,Bu)=>{"use strict";var uS=vr(),sS=Uu();function nS(r,e){var i,t;return t=sS(r,e),i=uS(t),i}Bu.exports=nS});var ku=s((wW,Vu)=>{"use strict";var vS=G();function oS(r,e){var i,t,u,a;if(u=vS(-e),t=u,t!==0)for(i=t,a=1;a<r;++a)i/=a,i*=e,t+=i;return t}Vu.exports=oS});var Ku=s((FW,Qu)=>{"use strict";function fS(r){return r===0?-.3250421072470015:-.3250421072470015+r*(-.02848174957559851+r*(-.005770270296489442+r*-23763016656650163e-21))}Qu.exports=fS});var Zu=s((dW,Yu)=>{"use strict";function lS(r){return r===0?.39791722395915535:.39791722395915535+r*(.0650222499887673+r*(.005081306281875766+r*(.00013249473800432164+r*-3960228278775368e-21)))}Yu.exports=lS});var $u=s((PW,bu)=>{"use strict";function cS(r){return r===0?.41485611868374833:.41485611868374833+r*(-.3722078760357013+r*(.31834661990116175+r*(-.11089469428239668+r*(.035478304325618236+r*-.002166375594868791))))}bu.exports=cS});var ju=s((HW,Ju)=>{"use strict";function pS(r){return r===0?.10642088040084423:.10642088040084423+r*(.540397917702171+r*(.07182865441419627+r*(.12617121980876164+r*(.01363708391202905+r*.011984499846799107))))}Ju.exports=pS});var xu=s((RW,zu)=>{"use strict";function qS(r){return r===0?-.6938585727071818:-.6938585727071818+r*(-10.558626225323291+r*(-62.375332450326006+r*(-162.39666946257347+r*(-184.60509290671104+r*(-81.2874355063066+r*-9.814329344169145)))))}zu.exports=qS});var es=s((MW,rs)=>{"use strict";function mS(r){return r===0?19.651271667439257:19.651271667439257+r*(137.65775414351904+r*(434.56587747522923+r*(645.3872717332679+r*(429.00814002756783+r*(108.63500554177944+r*(6.570249770319282+r*-.0604244152148581))))))}rs.exports=mS});var ts=s((GW,is)=>{"use strict";function _S(r){return r===0?-.799283237680523:-.799283237680523+r*(-17.757954917754752+r*(-160.63638485582192+r*(-637.5664433683896+r*(-1025.0951316110772+r*-483.5191916086514))))}is.exports=_S});var us=s((WW,as)=>{"use strict";function NS(r){return r===0?30.33806074348246:30.33806074348246+r*(325.7925129965739+r*(1536.729586084437+r*(3199.8582195085955+r*(2553.0504064331644+r*(474.52854120695537+r*-22.44095244658582)))))}as.exports=NS});var os=s((CW,vs)=>{"use strict";var IS=H(),ss=G(),AS=tr(),gS=D(),yS=Y(),hS=Ku(),SS=Zu(),ES=$u(),OS=ju(),TS=xu(),LS=es(),wS=ts(),FS=us(),ge=1e-300,dS=13877787807814457e-33,ns=.8450629115104675,PS=.12837916709551256,HS=1,RS=-.0023621185607526594,MS=1,GS=-.009864944034847148,WS=1,CS=-.0098649429247001,DS=1;function US(r){var e,i,t,u,a,n,v,o;if(IS(r))return NaN;if(r===gS)return 0;if(r===yS)return 2;if(r===0)return 1;if(r<0?(e=!0,i=-r):(e=!1,i=r),i<.84375)return i<dS?1-r:(t=r*r,u=PS+t*hS(t),a=HS+t*SS(t),n=u/a,r<.25?1-(r+r*n):(u=r*n,u+=r-.5,.5-u));if(i<1.25)return a=i-1,v=RS+a*ES(a),o=MS+a*OS(a),e?1+ns+v/o:1-ns-v/o;if(i<28){if(a=1/(i*i),i<2.857142857142857)u=GS+a*TS(a),a=WS+a*LS(a);else{if(r<-6)return 2-ge;u=CS+a*wS(a),a=DS+a*FS(a)}return t=AS(i,0),u=ss(-(t*t)-.5625)*ss((t-i)*(t+i)+u/a),e?2-u/i:u/i}return e?2-ge:ge*ge}vs.exports=US});var ii=s((DW,fs)=>{"use strict";var BS=os();fs.exports=BS});var ps=s((UW,cs)=>{"use strict";var XS=ii(),ls=W(),VS=G(),kS=g0();function QS(r,e){var i,t,u,a,n;if(a=XS(ls(e)),a!==0&&r>1){for(t=VS(-e)/ls(kS*e),t*=e,i=.5,t/=i,u=t,n=2;n<r;++n)t/=n-i,t*=e,u+=t;a+=u}return a}cs.exports=QS});var j0=s((BW,qs)=>{"use strict";var KS=-708.3964185322641;qs.exports=KS});var Is=s((XW,Ns)=>{"use strict";var or=G(),ye=U(),YS=R(),ms=S0(),_s=j0();function ZS(r,e){var i,t;return t=r*YS(e),e>=1?t<ms&&-e>_s?i=ye(e,r)*or(-e):r>=1?i=ye(e/or(e/r),r):i=or(t-e):t>_s?i=ye(e,r)*or(-e):e/r<ms?i=ye(e/or(e/r),r):i=or(t-e),i}Ns.exports=ZS});var gs=s((VW,As)=>{"use strict";function bS(r){var e=-r,i=-1,t=0;return u;function u(){return i*=e,t+=1,i/t}}As.exports=bS});var hs=s((kW,ys)=>{"use strict";var $S=F(),JS=R(),jS=a0(),zS=vr(),xS=gs();function rE(r){var e,i;return r<=-1?NaN:(i=$S(r),i>.95?JS(1+r)-r:i<jS?-r*r/2:(e={initialValue:-r},zS(xS(r),e)))}ys.exports=rE});var ti=s((QW,Ss)=>{"use strict";var eE=hs();Ss.exports=eE});var ai=s((KW,Es)=>{"use strict";var iE=6.283185307179586;Es.exports=iE});var Ts=s((YW,Os)=>{"use strict";function tE(r){return r===0?-.3333333333333333:-.3333333333333333+r*(.08333333333333333+r*(-.014814814814814815+r*(.0011574074074074073+r*(.0003527336860670194+r*(-.0001787551440329218+r*(3919263178522438e-20+r*(-21854485106799924e-22+r*(-185406221071516e-20+r*(8296711340953087e-22+r*(-17665952736826078e-23+r*(6707853543401498e-24+r*(10261809784240309e-24+r*(-4382036018453353e-24+r*914769958223679e-24)))))))))))))}Os.exports=tE});var ws=s((ZW,Ls)=>{"use strict";function aE(r){return r===0?-.001851851851851852:-.001851851851851852+r*(-.003472222222222222+r*(.0026455026455026454+r*(-.0009902263374485596+r*(.00020576131687242798+r*(-4018775720164609e-22+r*(-18098550334489977e-21+r*(764916091608111e-20+r*(-16120900894563446e-22+r*(4647127802807434e-24+r*(1378633446915721e-22+r*(-5752545603517705e-23+r*11951628599778148e-24)))))))))))}Ls.exports=aE});var ds=s((bW,Fs)=>{"use strict";function uE(r){return r===0?.004133597883597883:.004133597883597883+r*(-.0026813271604938273+r*(.0007716049382716049+r*(20093878600823047e-22+r*(-.00010736653226365161+r*(52923448829120125e-21+r*(-12760635188618728e-21+r*(3423578734096138e-23+r*(13721957309062932e-22+r*(-6298992138380055e-22+r*14280614206064242e-23)))))))))}Fs.exports=uE});var Hs=s(($W,Ps)=>{"use strict";function sE(r){return r===0?.0006494341563786008:.0006494341563786008+r*(.00022947209362139917+r*(-.0004691894943952557+r*(.00026772063206283885+r*(-7561801671883977e-20+r*(-2396505113867297e-22+r*(11082654115347302e-21+r*(-56749528269915965e-22+r*14230900732435883e-22)))))))}Ps.exports=sE});var Ms=s((JW,Rs)=>{"use strict";function nE(r){return r===0?-.0008618882909167117:-.0008618882909167117+r*(.0007840392217200666+r*(-.0002990724803031902+r*(-14638452578843418e-22+r*(6641498215465122e-20+r*(-3968365047179435e-20+r*11375726970678419e-21)))))}Rs.exports=nE});var Ws=s((jW,Gs)=>{"use strict";function vE(r){return r===0?-.00033679855336635813:-.00033679855336635813+r*(-6972813758365858e-20+r*(.0002772753244959392+r*(-.00019932570516188847+r*(6797780477937208e-20+r*(1419062920643967e-22+r*(-13594048189768693e-21+r*(8018470256334202e-21+r*-2291481176508095e-21)))))))}Gs.exports=vE});var Ds=s((zW,Cs)=>{"use strict";function oE(r){return r===0?.0005313079364639922:.0005313079364639922+r*(-.0005921664373536939+r*(.0002708782096718045+r*(7902353232660328e-22+r*(-8153969367561969e-20+r*(561168275310625e-19+r*-18329116582843375e-21)))))}Cs.exports=oE});var Bs=s((xW,Us)=>{"use strict";function fE(r){return r===0?.00034436760689237765:.00034436760689237765+r*(5171790908260592e-20+r*(-.00033493161081142234+r*(.0002812695154763237+r*-.00010976582244684731)))}Us.exports=fE});var Vs=s((rC,Xs)=>{"use strict";function lE(r){return r===0?-.0006526239185953094:-.0006526239185953094+r*(.0008394987206720873+r*-.000438297098541721)}Xs.exports=lE});var Qs=s((eC,ks)=>{"use strict";var cE=I0(),pE=ti(),qE=ii(),ui=W(),mE=G(),_E=ai(),NE=Ts(),IE=ws(),AE=ds(),gE=Hs(),yE=Ms(),hE=Ws(),SE=Ds(),EE=Bs(),OE=Vs(),u0=[0,0,0,0,0,0,0,0,0,0];function TE(r,e){var i,t,u,a,n;return t=(e-r)/r,u=-pE(t),a=r*u,n=ui(2*u),e<r&&(n=-n),u0[0]=NE(n),u0[1]=IE(n),u0[2]=AE(n),u0[3]=gE(n),u0[4]=yE(n),u0[5]=hE(n),u0[6]=SE(n),u0[7]=EE(n),u0[8]=OE(n),u0[9]=-.0005967612901927463,i=cE(u0,1/r),i*=mE(-a)/ui(_E*r),e<r&&(i=-i),i+=qE(ui(a))/2,i}ks.exports=TE});var Ys=s((iC,Ks)=>{"use strict";function LE(r,e){var i=1,t=r,u=e;return a;function a(){var n=i;return t+=1,i*=u/t,n}}Ks.exports=LE});var si=s((tC,Zs)=>{"use strict";var wE=vr(),FE=Ys();function dE(r,e,i){var t,u;return i=i||0,u=FE(r,e),t=wE(u,{initialValue:i}),t}Zs.exports=dE});var $s=s((aC,bs)=>{"use strict";function PE(r){var e,i,t;return r===0?1/0:(r<0?e=-r:e=r,e<=1?(i=709811.662581658+r*(679979.8474157227+r*(293136.7857211597+r*(74887.54032914672+r*(12555.290582413863+r*(1443.4299244417066+r*(115.24194596137347+r*(6.309239205732627+r*(.22668404630224365+r*(.004826466289237662+r*4624429436045379e-20))))))))),t=0+r*(362880+r*(1026576+r*(1172700+r*(723680+r*(269325+r*(63273+r*(9450+r*(870+r*(45+r*1)))))))))):(r=1/r,i=4624429436045379e-20+r*(.004826466289237662+r*(.22668404630224365+r*(6.309239205732627+r*(115.24194596137347+r*(1443.4299244417066+r*(12555.290582413863+r*(74887.54032914672+r*(293136.7857211597+r*(679979.8474157227+r*709811.662581658))))))))),t=1+r*(45+r*(870+r*(9450+r*(63273+r*(269325+r*(723680+r*(1172700+r*(1026576+r*(362880+r*0)))))))))),i/t)}bs.exports=PE});var js=s((uC,Js)=>{"use strict";var HE=$s();Js.exports=HE});var dr=s((sC,zs)=>{"use strict";var RE=js();zs.exports=RE});var e9=s((nC,r9)=>{"use strict";var ME=dr(),GE=nr(),WE=v0(),CE=ti(),DE=W(),UE=F(),R0=G(),Pr=U(),ni=$0(),vi=d0(),xs=R(),BE=P0(),he=S0(),Hr=j0(),oi=ur(),XE=b0();function VE(r,e){var i,t,u,a,n,v,o;return u=r+oi-.5,o=(e-r-oi+.5)/u,r<1?e<=Hr||r<1/BE?R0(r*xs(e)-e-GE(r)):Pr(e,r)*R0(-e)/WE(r):(UE(o*o*r)<=100&&r>150?(i=r*CE(o)+e*(.5-oi)/u,i=R0(i)):(a=r*xs(e/u),n=r-e,vi(a,n)<=Hr||ni(a,n)>=he?(t=n/r,vi(a,n)/2>Hr&&ni(a,n)/2<he?(v=Pr(e/u,r/2)*R0(n/2),i=v*v):vi(a,n)/4>Hr&&ni(a,n)/4<he&&e>r?(v=Pr(e/u,r/4)*R0(n/4),i=v*v,i*=i):t>Hr&&t<he?i=Pr(e*R0(t)/u,r):i=R0(a+n)):i=Pr(e/u,r)*R0(n)),i*=DE(u/XE)/ME(r),i)}r9.exports=VE});var a9=s((vC,t9)=>{"use strict";var fi=H(),kE=K0(),i9=F(),QE=Q0(),KE=R(),YE=U(),ZE=jr();function bE(r,e){var i,t;if(fi(r)||fi(e))return NaN;if(e===0)return 0;if(r===0)return-1;if(r<0&&e%2===0&&(r=-r),r>0){if((i9(e*(r-1))<.5||i9(e)<.2)&&(t=KE(r)*e,t<.5))return QE(t)}else if(ZE(e)!==e)return NaN;return i=YE(r,e)-1,kE(i)||fi(i)?NaN:i}t9.exports=bE});var s9=s((oC,u9)=>{"use strict";var $E=a9();u9.exports=$E});var v9=s((fC,n9)=>{"use strict";function JE(r){var e,i,t;return r===0?-.01803556856784494:(r<0?e=-r:e=r,e<=1?(i=-.01803556856784494+r*(.02512664961998968+r*(.049410315156753225+r*(.0172491608709614+r*(-.0002594535632054381+r*(-.0005410098692152044+r*(-3245886498259485e-20+r*0)))))),t=1+r*(1.962029871977952+r*(1.4801966942423133+r*(.5413914320717209+r*(.09885042511280101+r*(.008213096746488934+r*(.00022493629192211576+r*-22335276320861708e-23))))))):(r=1/r,i=0+r*(-3245886498259485e-20+r*(-.0005410098692152044+r*(-.0002594535632054381+r*(.0172491608709614+r*(.049410315156753225+r*(.02512664961998968+r*-.01803556856784494)))))),t=-22335276320861708e-23+r*(.00022493629192211576+r*(.008213096746488934+r*(.09885042511280101+r*(.5413914320717209+r*(1.4801966942423133+r*(1.962029871977952+r*1))))))),i/t)}n9.exports=JE});var f9=s((lC,o9)=>{"use strict";function jE(r){var e,i,t;return r===0?.04906224540690395:(r<0?e=-r:e=r,e<=1?(i=.04906224540690395+r*(-.09691175301595212+r*(-.4149833583594954+r*(-.4065671242119384+r*(-.1584135863906922+r*(-.024014982064857155+r*-.0010034668769627955))))),t=1+r*(3.0234982984646304+r*(3.4873958536072385+r*(1.9141558827442668+r*(.5071377386143635+r*(.05770397226904519+r*.001957681026011072)))))):(r=1/r,i=-.0010034668769627955+r*(-.024014982064857155+r*(-.1584135863906922+r*(-.4065671242119384+r*(-.4149833583594954+r*(-.09691175301595212+r*.04906224540690395))))),t=.001957681026011072+r*(.05770397226904519+r*(.5071377386143635+r*(1.9141558827442668+r*(3.4873958536072385+r*(3.0234982984646304+r*1)))))),i/t)}o9.exports=jE});var c9=s((cC,l9)=>{"use strict";function zE(r){var e,i,t;return r===0?-.029232972183027003:(r<0?e=-r:e=r,e<=1?(i=-.029232972183027003+r*(.14421626775719232+r*(-.14244039073863127+r*(.05428096940550536+r*(-.008505359768683364+r*(.0004311713426792973+r*0))))),t=1+r*(-1.5016935605448505+r*(.846973248876495+r*(-.22009515181499575+r*(.02558279715597587+r*(-.0010066679553914337+r*-8271935218912905e-22)))))):(r=1/r,i=0+r*(.0004311713426792973+r*(-.008505359768683364+r*(.05428096940550536+r*(-.14244039073863127+r*(.14421626775719232+r*-.029232972183027003))))),t=-8271935218912905e-22+r*(-.0010066679553914337+r*(.02558279715597587+r*(-.22009515181499575+r*(.846973248876495+r*(-1.5016935605448505+r*1)))))),i/t)}l9.exports=zE});var q9=s((pC,p9)=>{"use strict";var li=R(),xE=a0(),rO=v9(),eO=f9(),iO=c9(),tO=.15896368026733398,aO=.5281534194946289,uO=.45201730728149414;function sO(r,e,i){var t,u,a,n;if(r<xE)return-li(r);if(e===0||i===0)return 0;if(u=0,r>2){if(r>=3){do r-=1,i-=1,u+=li(r);while(r>=3);i=r-2}return a=i*(r+1),n=rO(i),u+=a*tO+a*n,u}return r<1&&(u+=-li(r),i=e,e=r,r+=1),r<=1.5?(a=eO(e),t=e*i,u+=t*aO+t*a,u):(a=i*e,n=iO(-i),u+=a*uO+a*n,u)}p9.exports=sO});var A9=s((qC,I9)=>{"use strict";var m9=v0(),_9=Q0(),nO=n0(),vO=H(),N9=q9();function oO(r){return vO(r)?NaN:r<0?r<-.5?m9(1+r)-1:_9(-nO(r)+N9(r+2,r+1,r)):r<2?_9(N9(r+1,r,r-1)):m9(1+r)-1}I9.exports=oO});var y9=s((mC,g9)=>{"use strict";var fO=A9();g9.exports=fO});var S9=s((_C,h9)=>{"use strict";function lO(r,e){var i,t,u,a;return i=-e,e=-e,t=r+1,u=1,n;function n(){return a=i/t,i*=e,u+=1,i/=u,t+=1,a}}h9.exports=lO});var O9=s((NC,E9)=>{"use strict";var cO=s9(),pO=vr(),qO=y9(),mO=S9();function _O(r,e,i){var t,u,a,n,v;return u=qO(r),a=(u+1)/r,n=cO(e,r),u-=n,u/=r,v=mO(r,e),n+=1,t=i?a:0,u=-n*pO(v,{initialValue:(t-u)/n}),i&&(u=-u),[u,a]}E9.exports=_O});var Rr=s((IC,T9)=>{"use strict";var NO=11754943508222875e-54;T9.exports=NO});var w9=s((AC,L9)=>{"use strict";var Se=F(),o0=Rr(),IO=a0(),AO=1e6;function gO(r,e,i){var t,u,a,n,v,o,c;if(t=typeof r.next=="function",c=t?r.next().value:r(),n=c[1],a=c[0],n===0&&(n=o0),v=n,o=0,t===!0)do c=r.next().value,c&&(o=c[1]+c[0]*o,o===0&&(o=o0),v=c[1]+c[0]/v,v===0&&(v=o0),o=1/o,u=v*o,n*=u);while(Se(u-1)>e&&--i);else do c=r(),c&&(o=c[1]+c[0]*o,o===0&&(o=o0),v=c[1]+c[0]/v,v===0&&(v=o0),o=1/o,u=v*o,n*=u);while(c&&Se(u-1)>e&&--i);return a/n}function yO(r,e,i){var t,u,a,n,v,o;if(t=typeof r.next=="function",o=t?r.next().value:r(),a=o[1],a===0&&(a=o0),n=a,v=0,t===!0)do o=r.next().value,o&&(v=o[1]+o[0]*v,v===0&&(v=o0),n=o[1]+o[0]/n,n===0&&(n=o0),v=1/v,u=n*v,a*=u);while(o&&Se(u-1)>e&&--i);else do o=r(),o&&(v=o[1]+o[0]*v,v===0&&(v=o0),n=o[1]+o[0]/n,n===0&&(n=o0),v=1/v,u=n*v,a*=u);while(o&&Se(u-1)>e&&--i);return a}function hO(r,e){var i,t,u;return t={},arguments.length>1&&(t=e),i=t.maxIter||AO,u=t.tolerance||IO,t.keep?yO(r,u,i):gO(r,u,i)}L9.exports=hO});var P9=s((gC,d9)=>{"use strict";var F9=F(),SO=a0(),fr=Rr(),EO=1e6;function OO(r,e,i){var t,u,a,n,v,o;o=r(),v=o[1],u=o[0],v===0&&(v=fr),a=v,n=0;do o=r(),o&&(n=o[1]+o[0]*n,n===0&&(n=fr),a=o[1]+o[0]/a,a===0&&(a=fr),n=1/n,t=a*n,v*=t);while(o&&F9(t-1)>e&&--i);return u/v}function TO(r,e,i){var t,u,a,n,v;v=r(),n=v[1],n===0&&(n=fr),u=n,a=0;do v=r(),v&&(a=v[1]+v[0]*a,a===0&&(a=fr),u=v[1]+v[0]/u,u===0&&(u=fr),a=1/a,t=u*a,n*=t);while(v&&F9(t-1)>e&&--i);return n}function LO(r,e){var i,t,u;return t={},arguments.length>1&&(t=e),u=t.tolerance||SO,i=t.maxIter||EO,t.keep?TO(r,u,i):OO(r,u,i)}d9.exports=LO});var pi=s((yC,H9)=>{"use strict";var wO=ri(),FO=w9(),dO=P9(),ci;wO()?ci=FO:ci=dO;H9.exports=ci});var M9=s((hC,R9)=>{"use strict";function PO(r,e){var i=e-r+1,t=r,u=0;return a;function a(){return u+=1,i+=2,[u*(t-u),i]}}R9.exports=PO});var qi=s((SC,G9)=>{"use strict";var HO=pi(),RO=M9();function MO(r,e){var i=RO(r,e);return 1/(e-r+1+HO(i))}G9.exports=MO});var U9=s((EC,D9)=>{"use strict";var GO=t0(),Mr=v0(),mi=F(),W9=U(),WO=R(),CO=Tu(),C9=P0(),DO=S0(),UO=Xu(),BO=ku(),XO=ps(),_i=Is(),VO=Qs(),kO=si(),Ni=e9(),QO=O9(),KO=qi();function YO(r,e,i,t){var u,a,n,v,o,c,f,l,q,p,m,_,A,N;switch(f=0,l=t,c=e<30&&e<=r+1&&r<DO,c?(A=GO(e),q=A===e,n=q?!1:mi(A-e)===.5):(q=!1,n=!1),q&&r>.6?(l=!l,a=0):n&&r>.2?(l=!l,a=1):r<CO&&e>1?a=6:r>1e3&&(e<r||mi(e-50)/r<1)?(l=!l,a=7):r<.5?-.4/WO(r)<e?a=2:a=3:r<1.1?r*.75<e?a=2:a=3:(o=!1,i&&e>20&&(p=mi((r-e)/e),e>200?20/e>p*p&&(o=!0):p<.4&&(o=!0)),o?a=5:r-1/(3*r)<e?a=2:(a=4,l=!l)),a){case 0:f=BO(e,r),i===!1&&(f*=Mr(e));break;case 1:f=XO(e,r),i===!1&&(f*=Mr(e));break;case 2:f=i?Ni(e,r):_i(e,r),f!==0&&(v=0,u=!1,l&&(v=i?1:Mr(e),i||f>=1||C9*f>v?(v/=f,i||e<1||C9/e>v?(v*=-e,u=!0):v=0):v=0),f*=kO(e,r,v)/e,u&&(l=!1,f=-f));break;case 3:l=!l,m=QO(e,r,l),f=m[0],N=m[1],l=!1,i&&(f/=N);break;case 4:f=i?Ni(e,r):_i(e,r),f!==0&&(f*=KO(e,r));break;case 5:f=VO(e,r),r>=e&&(l=!l);break;case 6:f=i?W9(r,e)/Mr(e+1):W9(r,e)/e,f*=1-e*r/(e+1);break;case 7:f=i?Ni(e,r):_i(e,r),f/=r,f!==0&&(f*=UO(e,r));break}return i&&f>1&&(f=1),l&&(_=i?1:Mr(e),f=_-f),f}D9.exports=YO});var k9=s((OC,V9)=>{"use strict";var ZO=nr(),bO=G(),f0=R(),$O=Tr(),JO=S0(),jO=D(),zO=Lr(),B9=U9(),X9=si(),xO=qi();function rT(r,e,i,t){var u,a,n,v;return r<0||e<=0?NaN:(u=i===void 0?!0:i,n=t,e>=zO&&!u?(n&&e*4<r?(v=e*f0(r)-r,v+=f0(xO(e,r))):!n&&e>4*r?(v=e*f0(r)-r,a=0,v+=f0(X9(e,r,a)/e)):(v=B9(r,e,!0,n),v===0?n?(v=1+1/(12*e)+1/(288*e*e),v=f0(v)-e+(e-.5)*f0(e),v+=f0($O)):(v=e*f0(r)-r,a=0,v+=f0(X9(e,r,a)/e)):v=f0(v)+ZO(e)),v>JO?jO:bO(v)):B9(r,e,u,n))}V9.exports=rT});var Ii=s((TC,Q9)=>{"use strict";var eT=k9();Q9.exports=eT});var b9=s((LC,Z9)=>{"use strict";var lr=G(),Ee=U(),iT=R(),K9=S0(),Y9=j0();function tT(r,e){var i,t;return t=r*iT(e),e>=1?t<K9&&-e>Y9?i=Ee(e,r)*lr(-e):r>=1?i=Ee(e/lr(e/r),r):i=lr(t-e):t>Y9?i=Ee(e,r)*lr(-e):e/r<K9?i=Ee(e/lr(e/r),r):i=lr(t-e),i}Z9.exports=tT});var j9=s((wC,J9)=>{"use strict";var aT=dr(),uT=nr(),sT=v0(),nT=n0(),vT=W(),oT=F(),M0=G(),Gr=U(),Ai=$0(),gi=d0(),$9=R(),Oe=S0(),Wr=j0(),yi=ur(),fT=b0();function lT(r,e){var i,t,u,a,n,v,o;return u=r+yi-.5,o=(e-r-yi+.5)/u,r<1?e<=Wr?M0(r*$9(e)-e-uT(r)):Gr(e,r)*M0(-e)/sT(r):(oT(o*o*r)<=100&&r>150?(i=r*(nT(o)-o)+e*(.5-yi)/u,i=M0(i)):(a=r*$9(e/u),n=r-e,gi(a,n)<=Wr||Ai(a,n)>=Oe?(t=n/r,gi(a,n)/2>Wr&&Ai(a,n)/2<Oe?(v=Gr(e/u,r/2)*M0(n/2),i=v*v):gi(a,n)/4>Wr&&Ai(a,n)/4<Oe&&e>r?(v=Gr(e/u,r/4)*M0(n/4),i=v*v,i*=i):t>Wr&&t<Oe?i=Gr(e*M0(t)/u,r):i=M0(a+n)):i=Gr(e/u,r)*M0(n)),i*=vT(u/fT)/aT(r),i)}J9.exports=lT});var tn=s((FC,en)=>{"use strict";var cT=qe(),z9=J1(),pT=Ii(),qT=n0(),Te=F(),x9=U(),mT=R(),_T=L0(),rn=a0(),NT=b9(),IT=j9(),G0=new Array(30);function AT(r,e,i,t,u,a,n){var v,o,c,f,l,q,p,m,_,A,N,S,I,E,h,O,y,T;if(q=e-1,y=r+q/2,t<.35?A=qT(-t):A=mT(i),T=-y*A,S=IT(e,T),S<=_T)return u;for(n?(v=S/cT(r,e),v/=x9(y,e)):v=NT(e,T)/x9(y,e),v*=a,G0[0]=1,I=pT(T,e,!0,!0),I/=S,f=u+v*I,c=1,p=A/2,p*=p,m=1,N=4*y*y,l=e,h=1;h<G0.length;++h){for(c+=2,G0[h]=0,_=e-h,o=3,E=1;E<h;++E)_=E*e-h,G0[h]+=_*G0[h-E]/z9(o),o+=2;if(G0[h]/=h,G0[h]+=q/z9(c),I=(l*(l+1)*I+(T+l+1)*m)/N,m*=p,l+=2,O=v*G0[h]*I,f+=O,O>1){if(Te(O)<Te(rn*f))break}else if(Te(O/rn)<Te(f))break}return f}en.exports=AT});var un=s((dC,an)=>{"use strict";function gT(r,e,i){var t,u;if(i===0)return 1;for(t=1,u=0;u<i;u++)t*=(r+u)/(e+u);return t}an.exports=gT});var vn=s((PC,nn)=>{"use strict";var sn=F(),yT=$0();function hT(r,e){return yT(sn(r),sn(e))}nn.exports=hT});var fn=s((HC,on)=>{"use strict";var ST=vn();on.exports=ST});var pn=s((RC,cn)=>{"use strict";var ln=F(),ET=d0();function OT(r,e){return ET(ln(r),ln(e))}cn.exports=OT});var mn=s((MC,qn)=>{"use strict";var TT=pn();qn.exports=TT});var we=s((GC,In)=>{"use strict";var hi=dr(),LT=fn(),wT=mn(),_n=Q0(),W0=n0(),Nn=W(),Le=F(),l0=G(),c0=U(),FT=d0(),z=R(),p0=S0(),cr=j0(),Si=ur(),dT=b0();function PT(r,e,i,t,u){var a,n,v,o,c,f,l,q,p,m,_,A,N,S;if(!u)return c0(i,r)*c0(t,e);if(N=r+e,o=r+Si-.5,c=e+Si-.5,f=N+Si-.5,a=hi(N),a/=hi(r)*hi(e),a*=Nn(c/dT),a*=Nn(o/f),l=(i*e-t*o)/o,q=(t*r-i*c)/c,wT(l,q)<.2)if(l*q>0||FT(r,e)<1)Le(l)<.1?a*=l0(r*W0(l)):a*=c0(i*f/o,r),Le(q)<.1?a*=l0(e*W0(q)):a*=c0(t*f/c,e);else if(LT(l,q)<.5)n=r<e,v=e/r,n&&v*q<.1||!n&&l/v>.1?(p=_n(v*W0(q)),p=l+p+p*l,p=r*W0(p),a*=l0(p)):(p=_n(W0(l)/v),p=q+p+p*q,p=e*W0(p),a*=l0(p));else if(Le(l)<Le(q))if(S=r*W0(l)+e*z(t*f/c),S<=cr||S>=p0){if(S+=z(a),S>=p0)return NaN;a=l0(S)}else a*=l0(S);else if(S=e*W0(q)+r*z(i*f/o),S<=cr||S>=p0){if(S+=z(a),S>=p0)return NaN;a=l0(S)}else a*=l0(S);else if(_=i*f/o,A=t*f/c,l=r*z(_),q=e*z(A),l>=p0||l<=cr||q>=p0||q<=cr)if(r<e)if(m=c0(A,e/r),p=r*(z(_)+z(m)),p<p0&&p>cr)a*=c0(m*_,r);else{if(q+=l+z(a),q>=p0)return NaN;a=l0(q)}else if(m=c0(_,r/e),p=(z(m)+z(A))*e,p<p0&&p>cr)a*=c0(m*A,e);else{if(q+=l+z(a),q>=p0)return NaN;a=l0(q)}else a*=c0(_,r)*c0(A,e);return a}In.exports=PT});var gn=s((WC,An)=>{"use strict";var HT=pi(),RT=we(),MT={keep:!0,maxIter:1e3};function GT(r,e,i,t){var u=0;return a;function a(){var n,v,o;return v=(r+u-1)*(r+e+u-1)*u*(e-u)*i*i,n=r+2*u-1,v/=n*n,o=u,o+=u*(e-u)*i/(r+2*u-1),o+=(r+u)*(r*t-e*i+1+u*(2-i))/(r+2*u+1),u+=1,[v,o]}}function WT(r,e,i,t,u,a){var n,v,o;return n=RT(r,e,i,t,u),a&&(a[1]=n),n===0?n:(o=GT(r,e,i,t),v=HT(o,MT),n/v)}An.exports=WT});var hn=s((CC,yn)=>{"use strict";var CT=9007199254740991;yn.exports=CT});var En=s((DC,Sn)=>{"use strict";function DT(r,e){var i=0,t;if(r===0)return e;if(e===0)return r;for(;(r&1)===0&&(e&1)===0;)r>>>=1,e>>>=1,i+=1;for(;(r&1)===0;)r>>>=1;for(;e;){for(;(e&1)===0;)e>>>=1;r>e&&(t=e,e=r,r=t),e-=r}return r<<i}Sn.exports=DT});var Tn=s((UC,On)=>{"use strict";function UT(r,e){var i=1,t;if(r===0)return e;if(e===0)return r;for(;r%2===0&&e%2===0;)r/=2,e/=2,i*=2;for(;r%2===0;)r/=2;for(;e;){for(;e%2===0;)e/=2;r>e&&(t=e,e=r,r=t),e-=r}return i*r}On.exports=UT});var Rn=s((BC,Hn)=>{"use strict";var Ln=H(),wn=Z0(),Fn=D(),dn=Y(),Pn=X1(),BT=En(),XT=Tn();function VT(r,e){return Ln(r)||Ln(e)?NaN:r===Fn||e===Fn||r===dn||e===dn?NaN:wn(r)&&wn(e)?(r<0&&(r=-r),e<0&&(e=-e),r<=Pn&&e<=Pn?BT(r,e):XT(r,e)):NaN}Hn.exports=VT});var Gn=s((XC,Mn)=>{"use strict";var kT=Rn();Mn.exports=kT});var Un=s((VC,Dn)=>{"use strict";var QT=hn(),KT=D(),Wn=Z0(),Cn=H(),YT=re(),ZT=t0(),bT=Gn();function Ei(r,e){var i,t,u,a,n,v,o;if(Cn(r)||Cn(e))return NaN;if(!Wn(r)||!Wn(e))return NaN;if(e<0||(t=1,r<0&&(r=-r+e-1,YT(e)&&(t*=-1)),e>r))return 0;if(e===0||e===r)return t;if(e===1||e===r-1)return t*r;for(r-e<e&&(e=r-e),o=ZT(QT/r),i=1,n=1;n<=e&&!(i>o);n++)i*=r,i/=n,r-=1;return n>e?t*i:(u=Ei(r,e-n+1),u===KT?t*u:(a=Ei(e,e-n+1),v=bT(u,a),u/=v,a/=v,i/=a,t*i*u))}Dn.exports=Ei});var Xn=s((kC,Bn)=>{"use strict";var $T=Un();Bn.exports=$T});var Qn=s((QC,kn)=>{"use strict";var Vn=Xn(),z0=t0(),Cr=U(),JT=L0();function jT(r,e,i,t){var u,a,n,v,o;if(a=Cr(i,r),a>JT)for(v=a,o=z0(r-1);o>e;o--)v*=(o+1)*t/((r-o)*i),a+=v;else if(n=z0(r*i),n<=e+1&&(n=z0(e+2)),a=Cr(i,n)*Cr(t,r-n),a*=Vn(z0(r),z0(n)),a===0)for(o=n-1;o>e;o--)a+=Cr(i,o)*Cr(t,r-o),a*=Vn(z0(r),z0(o));else{for(v=a,u=a,o=n-1;o>e;o--)v*=(o+1)*t/((r-o)*i),a+=v;for(v=u,o=n+1;o<=r;o++)v*=(r-o+1)*i/(o*t),a+=v}return a}kn.exports=jT});var Yn=s((KC,Kn)=>{"use strict";var zT=we();function xT(r,e,i,t,u,a,n){var v,o,c,f;if(v=zT(r,e,i,t,a),n&&(n[1]=v),v/=r,v===0)return v;for(c=1,o=1,f=0;f<u-1;++f)o*=(r+e+f)*i/(r+f+1),c+=o;return v*=c,v}Kn.exports=xT});var jn=s((YC,Jn)=>{"use strict";var Oi=dr(),rL=vr(),eL=n0(),iL=W(),Ti=G(),Fe=U(),Dr=R(),tL=L0(),Zn=S0(),bn=j0(),Li=ur(),aL=b0(),$n={maxTerms:100};function uL(r,e,i,t){var u=1-e,a=1;return n;function n(){var v=t/r;return r+=1,t*=u*i/a,a+=1,u+=1,v}}function sL(r,e,i,t,u,a,n){var v,o,c,f,l,q,p,m;return u?(p=r+e,o=r+Li-.5,c=e+Li-.5,f=p+Li-.5,v=Oi(p)/(Oi(r)*Oi(e)),l=Dr(f/c)*(e-.5),q=Dr(i*f/o)*r,l>bn&&l<Zn&&q>bn&&q<Zn?(r*e<c*10?v*=Ti((e-.5)*eL(r/c)):v*=Fe(f/c,e-.5),v*=Fe(i*f/o,r),v*=iL(o/aL),a&&(a[1]=v*Fe(n,e))):(v=Dr(v)+l+q+(Dr(o)-1)/2,a&&(a[1]=Ti(v+e*Dr(n))),v=Ti(v))):v=Fe(i,r),v<tL?t:(m=uL(r,e,i,v),$n.initialValue=t,rL(m,$n))}Jn.exports=sL});var di=s((ZC,av)=>{"use strict";var nL=H(),vL=Q0(),de=t0(),zn=n0(),xn=Jr(),x=C1(),wi=W(),oL=G(),Ur=U(),fL=$0(),rv=d0(),Pe=P0(),ev=L0(),lL=X1(),cL=ue(),tv=g0(),C0=tn(),Fi=un(),pL=we(),iv=gn(),qL=Qn(),Br=Yn(),q0=jn(),mL=1/tv;function _L(r,e,i,t,u,a,n,v){var o,c,f,l,q,p,m,_,A,N,S,I;if(I=1-r,m=v,_=v+n,a[_]=-1,nL(r)||r<0||r>1)return a[m]=NaN,a[_]=NaN,a;if(t){if(e<0||i<0)return a[m]=NaN,a[_]=NaN,a;if(e===0){if(i===0)return a[m]=NaN,a[_]=NaN,a;if(i>0)return a[m]=u?0:1,a}else if(i===0&&e>0)return a[m]=u?1:0,a}else if(e<=0||i<=0)return a[m]=NaN,a[_]=NaN,a;return r===0?(e===1?a[_]=1:a[_]=e<1?Pe/2:ev*2,u?(a[m]=t?1:x(e,i),a):(a[m]=0,a)):r===1?(i===1?a[_]=1:a[_]=i<1?Pe/2:ev*2,u?a[m]=0:a[m]=t?1:x(e,i),a):e===.5&&i===.5?(a[_]=mL*wi(I*r),S=xn(wi(u?I:r)),S/=cL,t||(S*=tv),a[m]=S,a):(e===1&&(p=i,i=e,e=p,p=I,I=r,r=p,u=!u),i===1?e===1?(a[m]=u?I:r,a[_]=1,a):(a[_]=e*Ur(r,e-1),I<.5?S=u?-vL(e*zn(-I)):oL(e*zn(-I)):S=u?-(Ur(r,e)-1):Ur(r,e),t||(S/=e),a[m]=S,a):(rv(e,i)<=1?(r>.5&&(p=i,i=e,e=p,p=I,I=r,r=p,u=!u),fL(e,i)<=1?e>=rv(.2,i)||Ur(r,e)<=.9?u?(f=-(t?1:x(e,i)),u=!1,f=-q0(e,i,r,f,t,a,I)):f=q0(e,i,r,0,t,a,I):(p=i,i=e,e=p,p=I,I=r,r=p,u=!u,I>=.3?u?(f=-(t?1:x(e,i)),u=!1,f=-q0(e,i,r,f,t,a,I)):f=q0(e,i,r,0,t,a,I):(t?c=1:c=Fi(e+i,e,20),f=Br(e,i,r,I,20,t,a),u?(f-=t?1:x(e,i),u=!1,f=-C0(e+20,i,r,I,f,c,t)):f=C0(e+20,i,r,I,f,c,t))):i<=1||r<.1&&Ur(i*r,e)<=.7?u?(f=-(t?1:x(e,i)),u=!1,f=-q0(e,i,r,f,t,a,I)):f=q0(e,i,r,0,t,a,I):(p=i,i=e,e=p,p=I,I=r,r=p,u=!u,I>=.3?u?(f=-(t?1:x(e,i)),u=!1,f=-q0(e,i,r,f,t,a,I)):f=q0(e,i,r,0,t,a,I):e>=15?u?(f=-(t?1:x(e,i)),u=!1,f=-C0(e,i,r,I,f,1,t)):f=C0(e,i,r,I,0,1,t):(t?c=1:c=Fi(e+i,e,20),f=Br(e,i,r,I,20,t,a),u?(f-=t?1:x(e,i),u=!1,f=-C0(e+20,i,r,I,f,c,t)):f=C0(e+20,i,r,I,f,c,t)))):(e<i?o=e-(e+i)*r:o=(e+i)*I-i,o<0&&(p=i,i=e,e=p,p=I,I=r,r=p,u=!u),i<40?de(e)===e&&de(i)===i&&e<lL-100?(A=e-1,N=i+A,f=qL(N,A,r,I),t||(f*=x(e,i))):i*r<=.7?u?(f=-(t?1:x(e,i)),u=!1,f=-q0(e,i,r,f,t,a,I)):f=q0(e,i,r,0,t,a,I):e>15?(N=de(i),N===i&&(N-=1),l=i-N,t?c=1:c=Fi(e+l,l,N),f=Br(l,e,I,r,N,t),f=C0(e,l,r,I,f,1,t),f/=c):t?(N=de(i),l=i-N,l<=0&&(N-=1,l+=1),f=Br(l,e,I,r,N,t),f+=Br(e,l,r,I,20,t),u&&(f-=1),f=C0(e+20,l,r,I,f,1,t),u&&(f=-f,u=!1)):f=iv(e,i,r,I,t,a):f=iv(e,i,r,I,t,a)),a[_]<0&&(a[_]=pL(e,i,r,I,!0)),q=I*r,a[_]!==0&&(Pe*q<a[_]?a[_]=Pe/2:a[_]/=q),a[m]=u?(t?1:x(e,i))-f:f,a))}av.exports=_L});var sv=s((bC,uv)=>{"use strict";var NL=di();function IL(r,e,i,t,u){return NL(r,e,i,t,u,[0,0],1,0)}uv.exports=IL});var Pi=s(($C,vv)=>{"use strict";var AL=Ir(),nv=sv(),gL=di();AL(nv,"assign",gL);vv.exports=nv});var fv=s((JC,ov)=>{"use strict";var yL=Pi().assign;function hL(r,e,i,t,u){var a=[0,0];return t=t!==!1,u=u===!0,yL(r,e,i,t,u,a,1,0),a[0]}ov.exports=hL});var cv=s((jC,lv)=>{"use strict";var SL=fv();lv.exports=SL});var qv=s((zC,pv)=>{"use strict";function EL(r){var e,i,t;return r===0?-.0005087819496582806:(r<0?e=-r:e=r,e<=1?(i=-.0005087819496582806+r*(-.008368748197417368+r*(.03348066254097446+r*(-.012692614766297404+r*(-.03656379714117627+r*(.02198786811111689+r*(.008226878746769157+r*(-.005387729650712429+r*(0+r*0)))))))),t=1+r*(-.9700050433032906+r*(-1.5657455823417585+r*(1.5622155839842302+r*(.662328840472003+r*(-.7122890234154284+r*(-.05273963823400997+r*(.07952836873415717+r*(-.0023339375937419+r*.0008862163904564247))))))))):(r=1/r,i=0+r*(0+r*(-.005387729650712429+r*(.008226878746769157+r*(.02198786811111689+r*(-.03656379714117627+r*(-.012692614766297404+r*(.03348066254097446+r*(-.008368748197417368+r*-.0005087819496582806)))))))),t=.0008862163904564247+r*(-.0023339375937419+r*(.07952836873415717+r*(-.05273963823400997+r*(-.7122890234154284+r*(.662328840472003+r*(1.5622155839842302+r*(-1.5657455823417585+r*(-.9700050433032906+r*1))))))))),i/t)}pv.exports=EL});var _v=s((xC,mv)=>{"use strict";function OL(r){var e,i,t;return r===0?-.20243350835593876:(r<0?e=-r:e=r,e<=1?(i=-.20243350835593876+r*(.10526468069939171+r*(8.3705032834312+r*(17.644729840837403+r*(-18.851064805871424+r*(-44.6382324441787+r*(17.445385985570866+r*(21.12946554483405+r*-3.6719225470772936))))))),t=1+r*(6.242641248542475+r*(3.971343795334387+r*(-28.66081804998+r*(-20.14326346804852+r*(48.560921310873994+r*(10.826866735546016+r*(-22.643693341313973+r*1.7211476576120028)))))))):(r=1/r,i=-3.6719225470772936+r*(21.12946554483405+r*(17.445385985570866+r*(-44.6382324441787+r*(-18.851064805871424+r*(17.644729840837403+r*(8.3705032834312+r*(.10526468069939171+r*-.20243350835593876))))))),t=1.7211476576120028+r*(-22.643693341313973+r*(10.826866735546016+r*(48.560921310873994+r*(-20.14326346804852+r*(-28.66081804998+r*(3.971343795334387+r*(6.242641248542475+r*1)))))))),i/t)}mv.exports=OL});var Iv=s((rD,Nv)=>{"use strict";function TL(r){var e,i,t;return r===0?-.1311027816799519:(r<0?e=-r:e=r,e<=1?(i=-.1311027816799519+r*(-.16379404719331705+r*(.11703015634199525+r*(.38707973897260434+r*(.3377855389120359+r*(.14286953440815717+r*(.029015791000532906+r*(.0021455899538880526+r*(-6794655751811263e-22+r*(28522533178221704e-24+r*-681149956853777e-24))))))))),t=1+r*(3.4662540724256723+r*(5.381683457070069+r*(4.778465929458438+r*(2.5930192162362027+r*(.848854343457902+r*(.15226433829533179+r*(.011059242293464892+r*(0+r*(0+r*0)))))))))):(r=1/r,i=-681149956853777e-24+r*(28522533178221704e-24+r*(-6794655751811263e-22+r*(.0021455899538880526+r*(.029015791000532906+r*(.14286953440815717+r*(.3377855389120359+r*(.38707973897260434+r*(.11703015634199525+r*(-.16379404719331705+r*-.1311027816799519))))))))),t=0+r*(0+r*(0+r*(.011059242293464892+r*(.15226433829533179+r*(.848854343457902+r*(2.5930192162362027+r*(4.778465929458438+r*(5.381683457070069+r*(3.4662540724256723+r*1)))))))))),i/t)}Nv.exports=TL});var gv=s((eD,Av)=>{"use strict";function LL(r){var e,i,t;return r===0?-.0350353787183178:(r<0?e=-r:e=r,e<=1?(i=-.0350353787183178+r*(-.0022242652921344794+r*(.018557330651423107+r*(.009508047013259196+r*(.0018712349281955923+r*(.00015754461742496055+r*(460469890584318e-20+r*(-2304047769118826e-25+r*26633922742578204e-28))))))),t=1+r*(1.3653349817554064+r*(.7620591645536234+r*(.22009110576413124+r*(.03415891436709477+r*(.00263861676657016+r*(7646752923027944e-20+r*(0+r*0)))))))):(r=1/r,i=26633922742578204e-28+r*(-2304047769118826e-25+r*(460469890584318e-20+r*(.00015754461742496055+r*(.0018712349281955923+r*(.009508047013259196+r*(.018557330651423107+r*(-.0022242652921344794+r*-.0350353787183178))))))),t=0+r*(0+r*(7646752923027944e-20+r*(.00263861676657016+r*(.03415891436709477+r*(.22009110576413124+r*(.7620591645536234+r*(1.3653349817554064+r*1)))))))),i/t)}Av.exports=LL});var hv=s((iD,yv)=>{"use strict";function wL(r){var e,i,t;return r===0?-.016743100507663373:(r<0?e=-r:e=r,e<=1?(i=-.016743100507663373+r*(-.0011295143874558028+r*(.001056288621524929+r*(.00020938631748758808+r*(14962478375834237e-21+r*(44969678992770644e-23+r*(4625961635228786e-24+r*(-2811287356288318e-29+r*9905570997331033e-32))))))),t=1+r*(.5914293448864175+r*(.1381518657490833+r*(.016074608709367652+r*(.0009640118070051656+r*(27533547476472603e-21+r*(282243172016108e-21+r*(0+r*0)))))))):(r=1/r,i=9905570997331033e-32+r*(-2811287356288318e-29+r*(4625961635228786e-24+r*(44969678992770644e-23+r*(14962478375834237e-21+r*(.00020938631748758808+r*(.001056288621524929+r*(-.0011295143874558028+r*-.016743100507663373))))))),t=0+r*(0+r*(282243172016108e-21+r*(27533547476472603e-21+r*(.0009640118070051656+r*(.016074608709367652+r*(.1381518657490833+r*(.5914293448864175+r*1)))))))),i/t)}yv.exports=wL});var Tv=s((tD,Ov)=>{"use strict";var FL=H(),Sv=W(),Ev=R(),dL=D(),PL=Y(),HL=qv(),RL=_v(),ML=Iv(),GL=gv(),WL=hv(),CL=.08913147449493408,DL=2.249481201171875,UL=.807220458984375,BL=.9399557113647461,XL=.9836282730102539;function VL(r){var e,i,t,u,a;return FL(r)?NaN:r===0?dL:r===2?PL:r===1?0:r>2||r<0?NaN:(r>1?(e=-1,t=2-r):(e=1,t=r),r=1-t,r<=.5?(u=r*(r+10),a=HL(r),e*(u*CL+u*a)):t>=.25?(u=Sv(-2*Ev(t)),t-=.25,a=RL(t),e*(u/(DL+a))):(t=Sv(-Ev(t)),t<3?(i=t-1.125,a=ML(i),e*(UL*t+a*t)):t<6?(i=t-3,a=GL(i),e*(BL*t+a*t)):(i=t-6,a=WL(i),e*(XL*t+a*t))))}Ov.exports=VL});var pr=s((aD,Lv)=>{"use strict";var kL=Tv();Lv.exports=kL});var Pv=s((uD,dv)=>{"use strict";var QL=H(),wv=Jr(),KL=W(),Fv=I1(),YL=6123233995736766e-32;function ZL(r){var e;return QL(r)?NaN:r<-1||r>1?NaN:r>.5?2*wv(KL(.5-.5*r)):(e=Fv-wv(r),e+=YL,e+=Fv,e)}dv.exports=ZL});var Rv=s((sD,Hv)=>{"use strict";var bL=Pv();Hv.exports=bL});var He=s((nD,Mv)=>{"use strict";var $L=1.4142135623730951;Mv.exports=$L});var Wv=s((vD,Gv)=>{"use strict";function JL(r){return r===0?.16666666666666666:.16666666666666666+r*.16666666666666666}Gv.exports=JL});var Dv=s((oD,Cv)=>{"use strict";function jL(r){return r===0?.058333333333333334:.058333333333333334+r*(.06666666666666667+r*.008333333333333333)}Cv.exports=jL});var Bv=s((fD,Uv)=>{"use strict";function zL(r){return r===0?.0251984126984127:.0251984126984127+r*(.026785714285714284+r*(.0017857142857142857+r*.0001984126984126984))}Uv.exports=zL});var Vv=s((lD,Xv)=>{"use strict";function xL(r){return r===0?.012039792768959435:.012039792768959435+r*(.010559964726631394+r*(-.0011078042328042327+r*(.0003747795414462081+r*27557319223985893e-22)))}Xv.exports=xL});var Qv=s((cD,kv)=>{"use strict";function rw(r){return r===0?.003837005972422639:.003837005972422639+r*(.00610392115600449+r*(-.0016095979637646305+r*(.0005945867404200738+r*(-6270542728876062e-20+r*2505210838544172e-23))))}kv.exports=rw});var Yv=s((pD,Kv)=>{"use strict";function ew(r){return r===0?.0032177478835464946:.0032177478835464946+r*(.0010898206731540065+r*(-.0012579159844784845+r*(.0006908420797309686+r*(-.00016376804137220805+r*(154012654012654e-19+r*16059043836821613e-26)))))}Kv.exports=ew});var bv=s((qD,Zv)=>{"use strict";function iw(r){return r===0?.001743826229834001:.001743826229834001+r*(3353097688001788e-20+r*(-.0007624513544032393+r*(.0006451304695145635+r*(-.000249472580470431+r*(49255746366361444e-21+r*(-39851014346715405e-22+r*7647163731819816e-28))))))}Zv.exports=iw});var Jv=s((mD,$v)=>{"use strict";function tw(r){return r===0?.0009647274732138864:.0009647274732138864+r*(-.0003110108632631878+r*(-.00036307660358786886+r*(.0005140660578834113+r*(-.00029133414466938067+r*(9086710793521991e-20+r*(-15303004486655377e-21+r*(10914179173496788e-22+r*28114572543455206e-31)))))))}$v.exports=tw});var zv=s((_D,jv)=>{"use strict";function aw(r){return r===0?.0005422926281312969:.0005422926281312969+r*(-.0003694266780000966+r*(-.00010230378073700413+r*(.00035764655430568635+r*(-.00028690924218514614+r*(.00012645437628698076+r*(-33202652391372056e-21+r*(4890304529197534e-21+r*(-3123956959982987e-22+r*822063524662433e-32))))))))}jv.exports=aw});var ro=s((ND,xv)=>{"use strict";var uw=qe(),sw=I0(),nw=W(),vw=g0(),ow=Wv(),fw=Dv(),lw=Bv(),cw=Vv(),pw=Qv(),qw=Yv(),mw=bv(),_w=Jv(),Nw=zv(),Iw=0,m0=[1,0,0,0,0,0,0,0,0,0];function Aw(r,e){var i,t;return t=uw(r/2,.5)*nw(r*vw)*(e-.5),i=1/r,m0[1]=ow(i),m0[2]=fw(i),m0[3]=lw(i),m0[4]=cw(i),m0[5]=pw(i),m0[6]=qw(i),m0[7]=mw(i),m0[8]=_w(i),m0[9]=Nw(i),Iw+t*sw(m0,t*t)}xv.exports=Aw});var to=s((ID,io)=>{"use strict";var gw=qe(),yw=I0(),eo=W(),hw=U(),Sw=g0(),D0=[0,0,0,0,0,0,0];function Ew(r,e){var i,t,u,a,n,v,o,c;return c=gw(r/2,.5)*eo(r*Sw)*e,a=r+2,n=r+4,v=r+6,D0[0]=1,D0[1]=-(r+1)/(2*a),a*=r+2,D0[2]=-r*(r+1)*(r+3)/(8*a*n),a*=r+2,D0[3]=-r*(r+1)*(r+5)*((3*r+7)*r-2)/(48*a*n*v),a*=r+2,n*=r+4,D0[4]=-r*(r+1)*(r+7)*(((((15*r+154)*r+465)*r+286)*r-336)*r+64)/(384*a*n*v*(r+8)),a*=r+2,D0[5]=-r*(r+1)*(r+3)*(r+9)*((((((35*r+452)*r+1573)*r+600)*r-2020)*r+928)*r-128)/(1280*a*n*v*(r+8)*(r+10)),a*=r+2,n*=r+4,v*=r+6,D0[6]=-r*(r+1)*(r+11)*(((((((((((945*r+31506)*r+425858)*r+2980236)*r+11266745)*r+20675018)*r+7747124)*r-22574632)*r-8565600)*r+18108416)*r-7099392)*r+884736)/(46080*a*n*v*(r+8)*(r+10)*(r+12)),o=eo(r),u=hw(o*c,1/r),t=u*u,i=yw(D0,t),i*=o,i/=u,-i}io.exports=Ew});var vo=s((AD,no)=>{"use strict";var ao=pr(),Ow=Q0(),uo=W(),Tw=U(),Lw=ue(),so=He();function ww(r,e){var i,t,u,a,n,v,o;return r>1e20?-ao(2*e)*so:(i=1/(r-.5),t=48/(i*i),u=((20700*i/t-98)*i-16)*i+96.36,a=((94.5/(t+u)-3)/t+1)*uo(i*Lw)*r,o=Tw(a*2*e,2/r),o>.05+i?(v=-ao(2*e)*so,o=v*v,r<5&&(u+=.3*(r-4.5)*(v+.6)),u+=(((.05*a*v-5)*v-7)*v-2)*v+t,o=(((((.4*o+6.3)*o+36)*o+94.5)/u-o-3)/t+1)*v,o=Ow(i*o*o)):o=((1/(((r+6)/(r*o)-.089*a-.822)*(r+2)*3)+.5/(r+4))*o-1)*(r+1)/(r+2)+1/o,n=uo(r*o),-n)}no.exports=ww});var Io=s((gD,No)=>{"use strict";var oo=pr(),fo=t0(),Hi=Y0(),lo=Z1(),Fw=Rv(),Re=W(),dw=F(),co=Ne(),Pw=U(),Hw=ar(),po=He(),qo=g0(),mo=ro(),Me=to(),Ri=vo(),_o=268435456,Rw=1/3,Mw=106/3,Gw=.8549879733383485;function Ww(r,e,i){var t,u,a,n,v,o,c,f,l,q,p,m,_,A,N,S;if(v=0,e>i?(c=i,i=e,e=c,n=!0):n=!1,fo(r)===r&&r<20)switch(u=Hi(1,Mw),fo(r)){case 1:e===.5?v=0:v=-co(qo*e)/Hw(qo*e);break;case 2:v=(2*e-1)/Re(2*e*i);break;case 4:o=4*e*i,a=Re(o),_=4*co(Fw(a)/3)/a,A=Re(_-4),v=e-.5<0?-A:A;break;case 6:if(e<1e-150)return(n?-1:1)*Ri(r,e);N=4*(e-e*e),S=Pw(N,Rw),m=6*(1+Gw*(1/S-1));do l=m*m,q=l*l,p=m*q,f=m,m=2*(8*N*p-270*l+2187)/(5*(4*N*q-216*m-243));while(dw((m-f)/m)>u);m=Re(m-r),v=e-.5<0?-m:m;break;default:r>_o?v=oo(2*e)*po:r<3?(t=.2742-r*.0242143,e>t?v=mo(r,e):v=Me(r,e)):(t=Hi(1,lo(r/-.654)),e>t?v=Ri(r,e):v=Me(r,e))}else r>_o?v=-oo(2*e)*po:r<3?(t=.2742-r*.0242143,e>t?v=mo(r,e):v=Me(r,e)):(t=Hi(1,lo(r/-.654)),e>t?v=Ri(r,e):v=Me(r,e));return n?-v:v}No.exports=Ww});var go=s((yD,Ao)=>{"use strict";var Cw=Io();function Dw(r,e,i){var t,u,a,n;return u=e/2,a=1-u,t=r*2,n=Cw(t,u,a),i&&(i.value=n*n/(t+n*n)),t/(t+n*n)}Ao.exports=Dw});var So=s((hD,ho)=>{"use strict";var Ge=I0(),Uw=pr(),yo=W(),Bw=G(),E0=He(),M=[0,0,0,0,0,0,0],Xr=[0,0,0,0];function Xw(r,e,i){var t,u,a,n,v,o,c;return t=Uw(2*i),t/=-yo(r/2),Xr[0]=t,o=e-r,n=o*o,v=n*o,M[0]=-o*E0/2,M[1]=(1-2*o)/8,M[2]=-(o*E0/48),M[3]=-1/192,M[4]=-o*E0/3840,M[5]=0,M[6]=0,Xr[1]=Ge(M,t),M[0]=o*E0*(3*o-2)/12,M[1]=(20*n-12*o+1)/128,M[2]=o*E0*(20*o-1)/960,M[3]=(16*n+30*o-15)/4608,M[4]=o*E0*(21*o+32)/53760,M[5]=(-(32*n)+63)/368640,M[6]=-o*E0*(120*o+17)/25804480,Xr[2]=Ge(M,t),M[0]=o*E0*(-75*n+80*o-16)/480,M[1]=(-1080*v+868*n-90*o-45)/9216,M[2]=o*E0*(-1190*n+84*o+373)/53760,M[3]=(-2240*v-2508*n+2100*o-165)/368640,M[4]=0,M[5]=0,M[6]=0,Xr[3]=Ge(M,t),a=Ge(Xr,1/r),u=a*a,c=-Bw(-u/2),u===0?.5:(1+a*yo((1+c)/u))/2}ho.exports=Xw});var Mi=s((SD,Oo)=>{"use strict";var Eo=R(),Vw=P0(),We=Vw/4;function kw(r,e){return i;function i(t){var u,a,n;return n=1-t,n===0?[-We,-We]:t===0?[-We,-We]:(a=Eo(t)+e*Eo(n)+r,u=1/t-e/n,[a,u])}}Oo.exports=kw});var Lo=s((ED,To)=>{"use strict";var Qw=H();function Kw(r){return r===0||Qw(r)?r:r<0?-1:1}To.exports=Kw});var Gi=s((OD,wo)=>{"use strict";var Yw=Lo();wo.exports=Yw});var Ci=s((TD,Po)=>{"use strict";var Fo=Gi(),Ce=F(),Zw=Y0(),Wi=P0();function bw(r,e,i,t,u,a){var n,v,o,c,f,l,q,p,m,_;m=0,n=0,f=e,c=Zw(1,1-u),q=Wi,v=Wi,o=Wi,l=a;do{if(n=m,o=v,v=q,p=r(f),m=p[0],_=p[1],l-=1,m===0)break;if(_===0?(n===0&&(f===i?e=t:e=i,n=r(e),q=e-f),Fo(n)*Fo(m)<0?q<0?q=(f-i)/2:q=(f-t)/2:q<0?q=(f-t)/2:q=(f-i)/2):q=m/_,Ce(q*2)>Ce(o)&&(q=q>0?(f-i)/2:(f-t)/2),e=f,f-=q,f<=i){if(q=.5*(e-i),f=e-q,f===i||f===t)break}else if(f>=t&&(q=.5*(e-t),f=e-q,f===i||f===t))break;q>0?t=e:i=e}while(l&&Ce(f*c)<Ce(q));return f}Po.exports=bw});var Ro=s((LD,Ho)=>{"use strict";function $w(r){return r===0?-1:-1+r*(-5+r*5)}Ho.exports=$w});var Go=s((wD,Mo)=>{"use strict";function Jw(r){return r===0?1:1+r*(21+r*(-69+r*46))}Mo.exports=Jw});var Co=s((FD,Wo)=>{"use strict";function jw(r){return r===0?7:7+r*(-2+r*(33+r*(-62+r*31)))}Wo.exports=jw});var Uo=s((dD,Do)=>{"use strict";function zw(r){return r===0?25:25+r*(-52+r*(-17+r*(88+r*(-115+r*46))))}Do.exports=zw});var Xo=s((PD,Bo)=>{"use strict";function xw(r){return r===0?7:7+r*(12+r*(-78+r*52))}Bo.exports=xw});var ko=s((HD,Vo)=>{"use strict";function rF(r){return r===0?-7:-7+r*(2+r*(183+r*(-370+r*185)))}Vo.exports=rF});var Ko=s((RD,Qo)=>{"use strict";function eF(r){return r===0?-533:-533+r*(776+r*(-1835+r*(10240+r*(-13525+r*5410))))}Qo.exports=eF});var Zo=s((MD,Yo)=>{"use strict";function iF(r){return r===0?-1579:-1579+r*(3747+r*(-3372+r*(-15821+r*(45588+r*(-45213+r*15071)))))}Yo.exports=iF});var $o=s((GD,bo)=>{"use strict";function tF(r){return r===0?449:449+r*(-1259+r*(-769+r*(6686+r*(-9260+r*3704))))}bo.exports=tF});var jo=s((WD,Jo)=>{"use strict";function aF(r){return r===0?63149:63149+r*(-151557+r*(140052+r*(-727469+r*(2239932+r*(-2251437+r*750479)))))}Jo.exports=aF});var xo=s((CD,zo)=>{"use strict";function uF(r){return r===0?29233:29233+r*(-78755+r*(105222+r*(146879+r*(-1602610+r*(3195183+r*(-2554139+r*729754))))))}zo.exports=uF});var ef=s((DD,rf)=>{"use strict";function sF(r){return r===0?1:1+r*(-13+r*13)}rf.exports=sF});var af=s((UD,tf)=>{"use strict";function nF(r){return r===0?1:1+r*(21+r*(-69+r*46))}tf.exports=nF});var nf=s((BD,sf)=>{"use strict";var qr=I0(),vF=pr(),oF=F(),fF=G(),uf=R(),lF=W(),cF=ar(),pF=Ne(),qF=Mi(),mF=Ci(),_F=Ro(),NF=Go(),IF=Co(),AF=Uo(),gF=Xo(),yF=ko(),hF=Ko(),SF=Zo(),EF=$o(),OF=jo(),TF=xo(),LF=ef(),wF=af(),L=[0,0,0,0,0,0],Vr=[0,0,0,0];function FF(r,e,i){var t,u,a,n,v,o,c,f,l,q,p,m,_,A,N,S,I,E,h,O;return v=vF(2*r)/-lF(e/2),E=cF(i),I=pF(i),Vr[0]=v,N=E*E,S=I*I,_=E*I,m=_*_,p=m*_,q=m*m,l=m*p,f=p*p,c=q*p,L[0]=(2*N-1)/(3*_),L[1]=-_F(N)/(36*m),L[2]=NF(N)/(1620*p),L[3]=IF(N)/(6480*q),L[4]=AF(N)/(90720*l),L[5]=0,Vr[1]=qr(L,v),L[0]=-gF(N)/(405*p),L[1]=yF(N)/(2592*q),L[2]=-hF(N)/(204120*l),L[3]=-SF(N)/(2099520*f),L[4]=0,L[5]=0,Vr[2]=qr(L,v),L[0]=EF(N)/(102060*l),L[1]=-OF(N)/(20995200*f),L[2]=TF(N)/(36741600*c),L[3]=0,L[4]=0,L[5]=0,Vr[3]=qr(L,v),o=qr(Vr,1/e),a=I/E,a*=a,A=-(o*o)/(2*N)+uf(N)+S*uf(S)/N,oF(o)<.7?(L[0]=N,L[1]=_,L[2]=(1-2*N)/3,L[3]=LF(N)/(36*_),L[4]=wF(N)/(270*m),L[5]=0,O=qr(L,o)):(h=fF(A),L[0]=h,L[1]=a,L[2]=0,L[3]=3*a*(3*a+1)/6,L[4]=4*a*(4*a+1)*(4*a+2)/24,L[5]=5*a*(5*a+1)*(5*a+2)*(5*a+3)/120,O=qr(L,h),(O-N)*o<0&&(O=1-O)),o<0?(u=0,t=N):(u=N,t=1),(O<u||O>t)&&(O=(u+t)/2),n=qF(-A,a),O=mF(n,O,u,t,32,100),O}sf.exports=FF});var of=s((XD,vf)=>{var kr=1e3,Qr=kr*60,Kr=Qr*60,Yr=Kr*24,dF=Yr*365.25;vf.exports=function(r,e){e=e||{};var i=typeof r;if(i==="string"&&r.length>0)return PF(r);if(i==="number"&&isNaN(r)===!1)return e.long?RF(r):HF(r);throw new Error("val is not a non-empty string or a valid number. val="+JSON.stringify(r))};function PF(r){if(r=String(r),!(r.length>100)){var e=/^((?:\d+)?\.?\d+) *(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|years?|yrs?|y)?$/i.exec(r);if(e){var i=parseFloat(e[1]),t=(e[2]||"ms").toLowerCase();switch(t){case"years":case"year":case"yrs":case"yr":case"y":return i*dF;case"days":case"day":case"d":return i*Yr;case"hours":case"hour":case"hrs":case"hr":case"h":return i*Kr;case"minutes":case"minute":case"mins":case"min":case"m":return i*Qr;case"seconds":case"second":case"secs":case"sec":case"s":return i*kr;case"milliseconds":case"millisecond":case"msecs":case"msec":case"ms":return i;default:return}}}}function HF(r){return r>=Yr?Math.round(r/Yr)+"d":r>=Kr?Math.round(r/Kr)+"h":r>=Qr?Math.round(r/Qr)+"m":r>=kr?Math.round(r/kr)+"s":r+"ms"}function RF(r){return De(r,Yr,"day")||De(r,Kr,"hour")||De(r,Qr,"minute")||De(r,kr,"second")||r+" ms"}function De(r,e,i){if(!(r<e))return r<e*1.5?Math.floor(r/e)+" "+i:Math.ceil(r/e)+" "+i+"s"}});var lf=s((d,ff)=>{d=ff.exports=Ui.debug=Ui.default=Ui;d.coerce=DF;d.disable=WF;d.enable=GF;d.enabled=CF;d.humanize=of();d.names=[];d.skips=[];d.formatters={};var Di;function MF(r){var e=0,i;for(i in r)e=(e<<5)-e+r.charCodeAt(i),e|=0;return d.colors[Math.abs(e)%d.colors.length]}function Ui(r){function e(){if(e.enabled){var i=e,t=+new Date,u=t-(Di||t);i.diff=u,i.prev=Di,i.curr=t,Di=t;for(var a=new Array(arguments.length),n=0;n<a.length;n++)a[n]=arguments[n];a[0]=d.coerce(a[0]),typeof a[0]!="string"&&a.unshift("%O");var v=0;a[0]=a[0].replace(/%([a-zA-Z%])/g,function(c,f){if(c==="%%")return c;v++;var l=d.formatters[f];if(typeof l=="function"){var q=a[v];c=l.call(i,q),a.splice(v,1),v--}return c}),d.formatArgs.call(i,a);var o=e.log||d.log||console.log.bind(console);o.apply(i,a)}}return e.namespace=r,e.enabled=d.enabled(r),e.useColors=d.useColors(),e.color=MF(r),typeof d.init=="function"&&d.init(e),e}function GF(r){d.save(r),d.names=[],d.skips=[];for(var e=(typeof r=="string"?r:"").split(/[\s,]+/),i=e.length,t=0;t<i;t++)e[t]&&(r=e[t].replace(/\*/g,".*?"),r[0]==="-"?d.skips.push(new RegExp("^"+r.substr(1)+"$")):d.names.push(new RegExp("^"+r+"$")))}function WF(){d.enable("")}function CF(r){var e,i;for(e=0,i=d.skips.length;e<i;e++)if(d.skips[e].test(r))return!1;for(e=0,i=d.names.length;e<i;e++)if(d.names[e].test(r))return!0;return!1}function DF(r){return r instanceof Error?r.stack||r.message:r}});var Bi=s((Z,pf)=>{Z=pf.exports=lf();Z.log=XF;Z.formatArgs=BF;Z.save=VF;Z.load=cf;Z.useColors=UF;Z.storage=typeof chrome<"u"&&typeof chrome.storage<"u"?chrome.storage.local:kF();Z.colors=["lightseagreen","forestgreen","goldenrod","dodgerblue","darkorchid","crimson"];function UF(){return typeof window<"u"&&window.process&&window.process.type==="renderer"?!0:typeof document<"u"&&document.documentElement&&document.documentElement.style&&document.documentElement.style.WebkitAppearance||typeof window<"u"&&window.console&&(window.console.firebug||window.console.exception&&window.console.table)||typeof navigator<"u"&&navigator.userAgent&&navigator.userAgent.toLowerCase().match(/firefox\/(\d+)/)&&parseInt(RegExp.$1,10)>=31||typeof navigator<"u"&&navigator.userAgent&&navigator.userAgent.toLowerCase().match(/applewebkit\/(\d+)/)}Z.formatters.j=function(r){try{return JSON.stringify(r)}catch(e){return"[UnexpectedJSONParseError]: "+e.message}};function BF(r){var e=this.useColors;if(r[0]=(e?"%c":"")+this.namespace+(e?" %c":" ")+r[0]+(e?"%c ":" ")+"+"+Z.humanize(this.diff),!!e){var i="color: "+this.color;r.splice(1,0,i,"color: inherit");var t=0,u=0;r[0].replace(/%[a-zA-Z%]/g,function(a){a!=="%%"&&(t++,a==="%c"&&(u=t))}),r.splice(u,0,i)}}function XF(){return typeof console=="object"&&console.log&&Function.prototype.apply.call(console.log,console,arguments)}function VF(r){try{r==null?Z.storage.removeItem("debug"):Z.storage.debug=r}catch{}}function cf(){var r;try{r=Z.storage.debug}catch{}return!r&&typeof process<"u"&&"env"in process&&(r=process.env.DEBUG),r}Z.enable(cf());function kF(){try{return window.localStorage}catch{}}});var Zr=s((VD,qf)=>{"use strict";var QF=34028234663852886e22;qf.exports=QF});var Af=s((kD,If)=>{"use strict";var KF=Bi(),mf=Ii(),YF=F(),ZF=G(),_f=R(),bF=Zr(),Nf=KF("gammaincinv:higher_newton");function $F(r,e,i,t,u,a,n,v){var o,c,f,l,q,p,m,_,A,N,S,I,E,h;h=r,S=1,I=1,p=e*e,c=r;do{if(h=r,m=h*h,i===0){if(o=(1-e)*_f(h)+h+a,o>_f(bF))return Nf("Warning: overflow problems in one or more steps of the computation. The initial approximation to the root is returned."),c;E=ZF(o)}else E=-n*h;v?(_=mf(h,e,!0,!1),f=-E*(_-t)):(A=mf(h,e,!0,!0),f=E*(A-u)),E=f,t>1e-120||I>1?(l=.5*(h-e+1)/h,q=(2*m-4*h*e+4*h+2*p-3*e+1)/m,q/=6,r=h+E*(1+E*(l+E*q))):r=h+E,S=YF(h/r-1),I+=1,h=r,h<0&&(h=c,I=100)}while(S>2e-14&&I<35);return(S>2e-14||I>99)&&Nf("Warning: the number of iterations in the Newton method reached the upper limit N=35. The last value obtained for the root is given as output."),N=h||0,N}If.exports=$F});var yf=s((QD,gf)=>{"use strict";function JF(r){return r===0?0:0+r*(1+r*(1+r*(1.5+r*(2.6666666666666665+r*(5.208333333333333+r*10.8)))))}gf.exports=JF});var Sf=s((KD,hf)=>{"use strict";function jF(r){return r===0?1:1+r*(1+r*(.3333333333333333+r*(.027777777777777776+r*(-.003703703703703704+r*(.0002314814814814815+r*5878894767783657e-20)))))}hf.exports=jF});var Xi=s((YD,Of)=>{"use strict";var zF=F(),xF=G(),Ef=R(),rd=I0(),ed=yf(),id=Sf(),td=1e-8,ad=.08333333333333333,ud=.008333333333333333,mr=[1,0,0,0,0,0];function sd(r){var e,i,t,u,a,n,v,o,c;if(c=r*r*.5,r===0?a=0:r<-1?(o=xF(-1-c),a=ed(o)):r<1?(o=r,a=id(o)):(o=11+c,n=Ef(o),a=o+n,o=1/o,e=n*n,i=e*n,t=i*n,u=t*n,mr[1]=(2-n)*.5,mr[2]=(-9*n+6+2*e)/6,mr[3]=-(3*i+36*n-22*e-12)*ad,mr[4]=(60+350*e-300*n-125*i+12*t)/60,mr[5]=-(-120-274*t+900*n-1700*e+1125*i+20*u)*ud,a+=n*o*rd(mr,o)),o=1,r>-3.5&&r<-.03||r>.03&&r<40){o=1,v=a;do a=v*(c+Ef(v))/(v-1),o=zF(v/a-1),v=a;while(o>td)}return a}Of.exports=sd});var Lf=s((ZD,Tf)=>{"use strict";var nd=.9189385332046728;Tf.exports=nd});var Ff=s((bD,wf)=>{"use strict";var vd=[1.9963790515900766,-.0017971032528832887,13129285796384672e-21,-2340875228178749e-22,72291210671127e-22,-3280997607821e-22,19875070901e-21,-1509214183e-21,1375340084e-22,-145728923e-22,17532367e-22,-2351465e-22,346551e-22,-55471e-22,9548e-22,-1748e-22,332e-22,-58e-22];function od(r,e){var i,t,u,a,n;t=0,u=0,i=e+e,n=r;do a=u,u=t,t=i*u-a+vd[n],n-=1;while(n>=0);return(t-a)/2}wf.exports=od});var Pf=s(($D,df)=>{"use strict";function fd(r){return r===0?.025721014990011306:.025721014990011306+r*(.08247596616699963+r*(-.0025328157302663564+r*(.0006099292666946337+r*(-.00033543297638406+r*.000250505279903))))}df.exports=fd});var Rf=s((JD,Hf)=>{"use strict";function ld(r){return r===0?.08333333333333333:.08333333333333333+r*(-.002777777777777778+r*(.0007936507936507937+r*-.0005952380952380953))}Hf.exports=ld});var Gf=s((jD,Mf)=>{"use strict";var Vi=nr(),Ue=R(),ki=Lf(),cd=Rr(),pd=Zr(),qd=Ff(),md=Pf(),_d=Rf(),Nd=.30865217988013566;function Id(r){var e;return r<cd?pd:r<1?Vi(r+1)-(r+.5)*Ue(r)+r-ki:r<2?Vi(r)-(r-.5)*Ue(r)+r-ki:r<3?Vi(r-1)-(r-.5)*Ue(r)+r-ki+Ue(r-1):r<12?(e=18/(r*r)-1,qd(17,e)/(12*r)):(e=1/(r*r),r<1e3?md(e)/(Nd+e)/r:_d(e)/r)}Mf.exports=Id});var Df=s((zD,Cf)=>{"use strict";var Wf=G(),Ad=v0(),gd=R(),yd=Zr(),hd=Tr(),Sd=Gf();function Ed(r){return r>=3?Wf(Sd(r)):r>0?Ad(r)/(Wf(-r+(r-.5)*gd(r))*hd):yd}Cf.exports=Ed});var Bf=s((xD,Uf)=>{"use strict";function Od(r){var e,i,t;return r===0?-.3333333333438:(r<0?e=-r:e=r,e<=1?(i=-.3333333333438+r*(-.2070740359969+r*(-.05041806657154+r*(-.004923635739372+r*-4293658292782e-17))),t=1+r*(.7045554412463+r*(.2118190062224+r*(.03048648397436+r*.001605037988091)))):(r=1/r,i=-4293658292782e-17+r*(-.004923635739372+r*(-.05041806657154+r*(-.2070740359969+r*-.3333333333438))),t=.001605037988091+r*(.03048648397436+r*(.2118190062224+r*(.7045554412463+r*1)))),i/t)}Uf.exports=Od});var Vf=s((rU,Xf)=>{"use strict";var Td=F(),Ld=R(),wd=Xi(),Fd=Bf();function dd(r){var e;return Td(r)<1?Fd(r):(e=wd(r),Ld(r/(e-1))/r)}Xf.exports=dd});var Qf=s((eU,kf)=>{"use strict";function Pd(r){var e,i,t;return r===0?-.0172847633523:(r<0?e=-r:e=r,e<=1?(i=-.0172847633523+r*(-.0159372646475+r*(-.00464910887221+r*(-.00060683488776+r*-614830384279e-17))),t=1+r*(.764050615669+r*(.297143406325+r*(.0579490176079+r*.00574558524851)))):(r=1/r,i=-614830384279e-17+r*(-.00060683488776+r*(-.00464910887221+r*(-.0159372646475+r*-.0172847633523))),t=.00574558524851+r*(.0579490176079+r*(.297143406325+r*(.764050615669+r*1)))),i/t)}kf.exports=Pd});var Yf=s((iU,Kf)=>{"use strict";function Hd(r){var e,i,t;return r===0?-.0172839517431:(r<0?e=-r:e=r,e<=1?(i=-.0172839517431+r*(-.0146362417966+r*(-.00357406772616+r*(-.000391032032692+r*249634036069e-17))),t=1+r*(.690560400696+r*(.249962384741+r*(.0443843438769+r*.00424073217211)))):(r=1/r,i=249634036069e-17+r*(-.000391032032692+r*(-.00357406772616+r*(-.0146362417966+r*-.0172839517431))),t=.00424073217211+r*(.0443843438769+r*(.249962384741+r*(.690560400696+r*1)))),i/t)}Kf.exports=Hd});var bf=s((tU,Zf)=>{"use strict";function Rd(r){var e,i,t;return r===0?.99994466948:(r<0?e=-r:e=r,e<=1?(i=.99994466948+r*(104.649839762+r*(857.204033806+r*(731.901559577+r*45.5174411671))),t=1+r*(104.526456943+r*(823.313447808+r*(3119.93802124+r*3970.03311219)))):(r=1/r,i=45.5174411671+r*(731.901559577+r*(857.204033806+r*(104.649839762+r*.99994466948))),t=3970.03311219+r*(3119.93802124+r*(823.313447808+r*(104.526456943+r*1)))),i/t)}Zf.exports=Rd});var Jf=s((aU,$f)=>{"use strict";var Md=R(),Gd=Qf(),Wd=Yf(),Cd=bf();function Dd(r){var e,i;return r<-5?(i=r*r,e=Md(-r),(12-i-6*(e*e))/(12*i*r)):r<-2?Gd(r):r<2?Wd(r):r<1e3?(i=1/r,Cd(r)/(-12*r)):-1/(12*r)}$f.exports=Dd});var zf=s((uU,jf)=>{"use strict";function Ud(r){var e,i,t;return r===0?.0495346498136:(r<0?e=-r:e=r,e<=1?(i=.0495346498136+r*(.0299521337141+r*(.00688296911516+r*(.000512634846317+r*-201411722031e-16))),t=1+r*(.759803615283+r*(.261547111595+r*(.0464854522477+r*.00403751193496)))):(r=1/r,i=-201411722031e-16+r*(.000512634846317+r*(.00688296911516+r*(.0299521337141+r*.0495346498136))),t=.00403751193496+r*(.0464854522477+r*(.261547111595+r*(.759803615283+r*1)))),i/t)}jf.exports=Ud});var rl=s((sU,xf)=>{"use strict";function Bd(r){var e,i,t;return r===0?.00452313583942:(r<0?e=-r:e=r,e<=1?(i=.00452313583942+r*(.00120744920113+r*(-789724156582e-16+r*(-504476066942e-16+r*-535770949796e-17))),t=1+r*(.912203410349+r*(.405368773071+r*(.0901638932349+r*.00948935714996)))):(r=1/r,i=-535770949796e-17+r*(-504476066942e-16+r*(-789724156582e-16+r*(.00120744920113+r*.00452313583942))),t=.00948935714996+r*(.0901638932349+r*(.405368773071+r*(.912203410349+r*1)))),i/t)}xf.exports=Bd});var il=s((nU,el)=>{"use strict";function Xd(r){var e,i,t;return r===0?.00439937562904:(r<0?e=-r:e=r,e<=1?(i=.00439937562904+r*(.000487225670639+r*(-.000128470657374+r*(529110969589e-17+r*15716677175e-17))),t=1+r*(.794435257415+r*(.333094721709+r*(.0703527806143+r*.00806110846078)))):(r=1/r,i=15716677175e-17+r*(529110969589e-17+r*(-.000128470657374+r*(.000487225670639+r*.00439937562904))),t=.00806110846078+r*(.0703527806143+r*(.333094721709+r*(.794435257415+r*1)))),i/t)}el.exports=Xd});var al=s((vU,tl)=>{"use strict";function Vd(r){var e,i,t;return r===0?-.0011481191232:(r<0?e=-r:e=r,e<=1?(i=-.0011481191232+r*(-.112850923276+r*(1.51623048511+r*(-.218472031183+r*.0730002451555))),t=1+r*(14.2482206905+r*(69.7360396285+r*(218.938950816+r*277.067027185)))):(r=1/r,i=.0730002451555+r*(-.218472031183+r*(1.51623048511+r*(-.112850923276+r*-.0011481191232))),t=277.067027185+r*(218.938950816+r*(69.7360396285+r*(14.2482206905+r*1)))),i/t)}tl.exports=Vd});var sl=s((oU,ul)=>{"use strict";function kd(r){var e,i,t;return r===0?-.000145727889667:(r<0?e=-r:e=r,e<=1?(i=-.000145727889667+r*(-.290806748131+r*(-13.308504545+r*(199.722374056+r*-11.4311378756))),t=1+r*(139.612587808+r*(2189.01116348+r*(7115.24019009+r*45574.6081453)))):(r=1/r,i=-11.4311378756+r*(199.722374056+r*(-13.308504545+r*(-.290806748131+r*-.000145727889667))),t=45574.6081453+r*(7115.24019009+r*(2189.01116348+r*(139.612587808+r*1)))),i/t)}ul.exports=kd});var ol=s((fU,vl)=>{"use strict";var nl=R(),Qd=zf(),Kd=rl(),Yd=il(),Zd=al(),bd=sl();function $d(r){var e,i;return r<-8?(e=r*r,i=nl(-r)/r,(-30+r*i*(6*e*i*i-12+e))/(12*r*e*e)):r<-4?Qd(r)/(r*r):r<-2?Kd(r):r<2?Yd(r):r<10?(e=1/r,Zd(e)/(r*r)):r<100?(e=1/r,bd(e)/(r*r)):-nl(r)/(12*r*r*r)}vl.exports=$d});var Il=s((lU,Nl)=>{"use strict";var Jd=Bi(),fl=I0(),s0=nr(),jd=pr(),ll=v0(),Be=W(),cl=F(),_r=G(),zd=d0(),xd=U(),r0=R(),rP=Tr(),eP=Zr(),iP=ai(),tP=Af(),pl=Xi(),ql=Df(),aP=Vf(),uP=Jf(),sP=ol(),nP=Jd("gammaincinv:compute"),U0=.5,Qi=.3333333333333333,vP=.25,ml=.2,_l=.16666666666666666,oP=.08333333333333333,fP=.041666666666666664,e0=[0,0,0,0,0];function lP(r,e,i){var t,u,a,n,v,o,c,f,l,q,p,m,_,A,N,S,I,E,h,O,y,T,P,X,j,V,$,b,g,w,rr,Xe,Ve,ke,ji,Q,C,Qe,K,N0,i0,Ke,Ye,Ze;if(e<U0?(n=!0,v=e,Ke=-1):(n=!1,v=i,Ke=1),K=0,cl(r-1)<1e-4&&(N0=0,n?e<.001?(Xe=e*e,b=Xe*e,rr=b*e,O=rr*e,h=O*e,y=e+Xe*U0+b*Qi+rr*vP+O*ml+h*_l):y=-r0(1-e):y=-r0(i),r===1?(K=2,ke=y):(a=s0(r),K=1)),i<1e-30&&r<U0&&(N0=0,y=-r0(i*ll(r))+(r-1)*r0(-r0(i*ll(r))),K=1,a=s0(r)),r>1&&r<500&&e<1e-80){for(N0=0,o=1/r,t=1/(r+1),y=(s0(r+1)+r0(e))*o,y=_r(y),A=y,Qe=0;Qe<10;Qe++)y=A*_r(y*o)*xd(1-y*t,o);K=1,a=s0(r)}if(c=1/r*(r0(e)+s0(r+1)),c<r0(ml*(1+r))&&K===0&&(i0=_r(c),N0=0,T=r*r,Ve=T*r,g=Ve*r,N=r+1,p=N*N,q=N*p,l=p*p,S=r+2,f=S*S,I=r+3,e0[0]=1,e0[1]=1/N,e0[2]=U0*(3*r+5)/(p*S),e0[3]=Qi*(31+8*T+33*r)/(q*S*I),e0[4]=fP*(2888+1179*Ve+125*g+3971*T+5661*r)/(l*f*I*(r+4)),y=i0*fl(e0,i0),a=s0(r),K=1),r<10&&K===0&&(m=Be(r)/(ql(r)*rP),_=zd(.02,m),i<_&&(N0=0,Q=1-r,V=Q*Q,$=V*Q,E=Be(-2/r*r0(i/m)),y=r*pl(E),C=r0(y),y>5?(P=C*C,X=P*C,j=X*C,i0=1/y,e0[0]=C-1,e0[1]=(3*Q-2*Q*C+P-2*C+2)*U0,e0[2]=(24*Q*C-11*V-24*Q-6*P+12*C-12-9*Q*P+6*V*C+2*X)*_l,e0[3]=(-12*$*C+8.04*Q*P-114*V*C+(72+36*P)+(3*j-72*C+162)*(Q-168*Q*C)-(12*X+25*$)-(22*Q*X+36*V*P+120*V))*oP,e0[4]=0,y=y-C+Q*i0*fl(e0,i0)):(i0=1/y,P=C*C,ji=C-1,Ye=C-Q*i0*ji,Ye<y&&(y-=Ye)),a=s0(r),K=1)),cl(v-U0)<1e-5&&K===0&&(N0=0,o=1/r,y=r-Qi+(.019753086419753086+.007211444248481286*o)*o,a=s0(r),K=1),r<1&&K===0&&(N0=0,n?y=_r(1/r*(r0(v)+s0(r+1))):y=_r(1/r*(r0(1-v)+s0(r+1))),a=s0(r),K=1),K===0)if(N0=1,o=1/r,i0=jd(2*v),E=Ke*i0/Be(r*U0),i0<eP)E+=(aP(E)+(uP(E)+sP(E)*o)*o)*o,y=r*pl(E),Ze=E,w=-Be(r/iP)*_r(-U0*r*Ze*Ze)/ql(r),u=1/w;else return nP("Warning: Overflow problems in one or more steps of the computation."),NaN;return K<2&&(ke=tP(y,r,N0,e,i,a,u,n)),ke}Nl.exports=lP});var Sl=s((cU,hl)=>{"use strict";var Al=H(),cP=Rr(),gl=D(),yl=Il();function pP(r,e,i){return Al(r)||Al(e)?NaN:e<cP?NaN:r>1||r<0?NaN:i===!0?r===0?gl:r===1?0:yl(e,1-r,r):r===0?0:r===1?gl:yl(e,r,1-r)}hl.exports=pP});var Ol=s((pU,El)=>{"use strict";var qP=Sl();El.exports=qP});var Ll=s((qU,Tl)=>{"use strict";var mP=5e-324;Tl.exports=mP});var Pl=s((mU,dl)=>{"use strict";var wl=Ol(),Fl=R(),_P=W(),NP=Ll(),IP=Mi(),AP=Ci();function gP(r,e,i,t){var u,a,n,v,o,c,f,l,q,p,m,_,A,N,S,I,E,h,O,y,T,P,X,j,V,$,b,g,w,rr;return i<t?o=wl(i,e,!0):o=wl(t,e,!1),o/=r,N=e/r,g=_P(1+N),h=g*g,O=h*g,y=h*h,T=O*h,P=O*O,X=y*O,j=y*y,V=T*y,f=T*T,b=o-N,S=b*b,I=S*b,E=S*S,$=g+1,l=$*$,q=$*l,p=l*l,m=(g+2)*(g-1)/(3*g),m+=(O+9*h+21*g+5)*b/(36*h*$),m-=(y-13*O+69*h+167*g+46)*S/(1620*l*O),m-=(7*T+21*y+70*O+26*h-93*g-31)*I/(6480*q*y),m-=(75*P+202*T+188*y-888*O-1345*h+118*g+138)*E/(272160*p*T),_=(28*y+131*O+402*h+581*g+208)*(g-1)/(1620*$*O),_-=(35*P-154*T-623*y-1636*O-3983*h-3514*g-925)*b/(12960*l*y),_-=(2132*X+7915*P+16821*T+35066*y+87490*O+141183*h+95993*g+21640)*S/(816480*T*q),_-=(11053*j+53308*X+117010*P+163924*T+116188*y-258428*O-677042*h-481940*g-105497)*I/(14696640*p*P),A=-((3592*X+8375*P-1323*T-29198*y-89578*O-154413*h-116063*g-29632)*(g-1))/(816480*T*l),A-=(442043*V+2054169*j+3803094*X+3470754*P+2141568*T-2393568*y-19904934*O-34714674*h-23128299*g-5253353)*b/(146966400*P*q),A-=(116932*f+819281*V+2378172*j+4341330*X+6806004*P+10622748*T+18739500*y+30651894*O+30869976*h+15431867*g+2919016)*S/(146966400*p*X),c=o+m/r+_/(r*r)+A/(r*r*r),c<=0&&(c=NP),w=c-N*Fl(c)+(1+N)*Fl(1+N)-N,u=1/(1+N),n=c<N?u:0,v=c<N?1:u,rr=(n+v)/2,a=IP(w,N),AP(a,rr,n,v,32,100)}dl.exports=gP});var Rl=s((_U,Hl)=>{"use strict";var B=F(),yP=Y0(),Ki=Gi(),hP=$0(),Yi=P0();function SP(r,e,i,t,u,a){var n,v,o,c,f,l,q,p,m,_,A,N,S,I,E,h;I=0,v=!1,l=e,f=yP(1,1-u),m=hP(1e7*e,1e7),q=0,o=m,c=m,p=a;do{if(q=I,c=o,o=m,S=r(l),I=S[0],E=S[1],h=S[2],p-=1,I===0)break;if(E===0?(q===0&&(l===i?e=t:e=i,q=r(e),m=e-l),Ki(q)*Ki(I)<0?m<0?m=(l-i)/2:m=(l-t)/2:m<0?m=(l-t)/2:m=(l-i)/2):h===0?m=I/E:(_=2*I,N=2*E-I*(h/E),B(N)<1&&B(_)>=B(N)*Yi?m=I/E:m=_/N,m*E/I<0&&(m=I/E,B(m)>2*B(e)&&(m=(m<0?-1:1)*2*B(e)))),n=B(m/c),n>.8&&n<2&&(m=m>0?(l-i)/2:(l-t)/2,B(m)>l&&(m=Ki(m)*l),c=m*3),e=l,l-=m,l<i){if(B(i)<1&&B(l)>1&&Yi/B(l)<B(i)?A=1e3:A=l/i,B(A)<1&&(A=1/A),!v&&A>0&&A<3)m=.99*(e-i),l=e-m,v=!0;else if(m=(e-i)/2,l=e-m,l===i||l===t)break}else if(l>t){if(B(t)<1&&B(l)>1&&Yi/B(l)<B(t)?A=1e3:A=l/t,B(A)<1&&(A=1/A),!v&&A>0&&A<3)m=.99*(e-t),l=e-m,v=!0;else if(m=(e-t)/2,l=e-m,l===i||l===t)break}m>0?t=e:i=e}while(p&&B(l*f)<B(m));return l}Hl.exports=SP});var Gl=s((NU,Ml)=>{"use strict";var EP=Pi().assign,OP=F(),TP=P0(),Zi=L0();function LP(r,e,i,t){return u;function u(a){var n,v,o,c,f;return f=1-a,n=[0,0],EP(a,r,e,!0,t,n,1,0),c=n[0]-i,v=n[1],t&&(v=-v),f===0&&(f=Zi*64),a===0&&(a=Zi*64),o=v*(-(f*r)+(e-2)*a+1),OP(o)<f*a*TP&&(o/=f*a),t&&(o=-o),v===0&&(v=(t?-1:1)*Zi*64),[c,v,o]}}Ml.exports=LP});var Kl=s((IU,Ql)=>{"use strict";var wP=I0(),Wl=cv(),bi=Q0(),Cl=n0(),FP=Jr(),Nr=C1(),Dl=W(),dP=F(),Ul=G(),_0=U(),Bl=ar(),PP=$0(),HP=d0(),Xl=R(),$i=L0(),Vl=ue(),kl=a0(),RP=go(),MP=So(),GP=nf(),WP=Pl(),CP=Rl(),DP=Gl(),UP=32,BP=1e3,x0=[0,0,0,0,0];function XP(r,e,i,t){var u,a,n,v,o,c,f,l,q,p,m,_,A,N,S,I,E,h,O,y,T,P,X,j,V,$,b,g,w;if(a=!1,t===0)return[1,0];if(i===0)return[0,1];if(r===1){if(e===1)return[i,1-i];_=e,e=r,r=_,_=t,t=i,i=_,a=!0}if(g=0,v=0,c=1,r===.5){if(e===.5)return g=Bl(i*Vl),g*=g,w=Bl(t*Vl),w*=w,[g,w];e>.5&&(_=e,e=r,r=_,_=t,t=i,i=_,a=!a)}if(e===.5&&r>=.5&&i!==1)T={},g=RP(r,i,T),w=T.value;else{if(e===1)return i<t?r>1?(g=_0(i,1/r),w=-bi(Xl(i)/r)):(g=_0(i,1/r),w=1-g):(g=Ul(Cl(-t)/r),w=-bi(Cl(-t)/r)),a&&(_=w,w=g,g=_),[g,w];if(r+e>5)i>.5&&(_=e,e=r,r=_,_=t,t=i,i=_,a=!a),q=HP(r,e),l=PP(r,e),Dl(q)>l-q&&q>5?(g=MP(r,e,i),w=1-g):(V=r+e,o=FP(Dl(r/V)),n=q/V,n>=.2&&n<=.8&&V>=10?(m=_0(i,1/r),m<.0025&&r+e<200?g=m*_0(r*Nr(r,e),1/r):g=GP(i,V,o),w=1-g):(r<e&&(_=e,e=r,r=_,_=t,t=i,i=_,a=!a),p=0,e<2&&(p=Nr(r,e)),p===0?w=1:(w=_0(e*t*p,1/e),g=1-w)),w>1e-5&&(g=WP(r,e,i,t),w=1-g));else if(r<1&&e<1){if(y=(1-r)/(2-r-e),I=Wl(y,r,e)-i,dP(I)/i<kl*3)return a?[1-y,y]:[y,1-y];I<0&&(_=e,e=r,r=_,_=t,t=i,i=_,a=!a,y=1-y),O=_0(r*i*Nr(r,e),1/r),g=O/(1+O),w=1/(1+O),g>y&&(g=y),c=y}else r>1&&e>1?(y=(r-1)/(r+e-2),A=(e-1)/(r+e-2),h=Wl(y,r,e)-i,h<0&&(_=e,e=r,r=_,_=t,t=i,i=_,_=A,A=y,y=_,a=!a),E=Xl(i*r*Nr(r,e))/r,g=Ul(E),w=g<.9?1-g:-bi(E),e<r&&g<.2&&(N=r-1,S=e-1,P=r*r,X=r*P,j=e*e,x0[0]=0,x0[1]=1,x0[2]=S/N,N*=N,x0[3]=S*(3*r*e+5*e+P-r-4)/(2*(r+2)*N),N*=r+1,x0[4]=S*(33*r*j+31*j+8*P*j-30*r*e-47*e+11*P*e+6*X*e+18+4*r-X+P*P-10*P),x0[4]/=3*(r+3)*(r+2)*N,g=wP(x0,g)),g>y&&(g=y),c=y):(e<r&&(_=e,e=r,r=_,_=t,t=i,i=_,a=!a),_0(i,1/r)<.5?(g=_0(i*r*Nr(r,e),1/r),g===0&&(g=$i),w=1-g):(w=_0(1-_0(i,e*Nr(r,e)),1/e),w===0&&(w=$i),g=1-w))}return g>.5&&(_=e,e=r,r=_,_=t,t=i,i=_,_=w,w=g,g=_,a=!a,$=1-c,b=1-v,v=$,c=b),v===0&&(a?(v=kl,g<v&&(g=v)):v=$i,g<v&&(g=v)),u=UP,g<1e-50&&(r<1||e<1)&&(u*=3,u/=2),f=DP(r,e,i<t?i:t,i>=t),g=CP(f,g,v,c,u,BP),g===v&&(g=0),a?[1-g,g]:[g,1-g]}Ql.exports=XP});var Zl=s((AU,Yl)=>{"use strict";var VP=Kl();Yl.exports=VP});var Jl=s((gU,$l)=>{"use strict";var Ji=H(),bl=Zl();function kP(r,e,i,t){return Ji(r)||Ji(e)||Ji(i)?NaN:e<=0||i<=0?NaN:r<0||r>1?NaN:t?bl(e,i,1-r,r)[0]:bl(e,i,r,1-r)[0]}$l.exports=kP});var zl=s((yU,jl)=>{"use strict";var QP=Jl();jl.exports=QP});var xl=sc(zl());((globalThis.SpaceForTime??={}).special??={}).betaincinv=(r,e,i)=>(0,xl.default)(i,r,e);})();
/*! Bundled license information:

@stdlib/math-base-assert-is-nan/lib/main.js:
@stdlib/math-base-assert-is-nan/lib/index.js:
@stdlib/utils-define-property/lib/builtin.js:
@stdlib/utils-define-property/lib/polyfill.js:
@stdlib/utils-define-property/lib/index.js:
@stdlib/utils-define-nonenumerable-read-only-property/lib/main.js:
@stdlib/utils-define-nonenumerable-read-only-property/lib/index.js:
@stdlib/math-base-tools-evalpoly/lib/main.js:
@stdlib/math-base-tools-evalpoly/lib/factory.js:
@stdlib/math-base-tools-evalpoly/lib/index.js:
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
@stdlib/number-float64-base-from-words/lib/indices.js:
@stdlib/number-float64-base-from-words/lib/main.js:
@stdlib/number-float64-base-from-words/lib/index.js:
@stdlib/constants-float64-pinf/lib/index.js:
@stdlib/number-ctor/lib/main.js:
@stdlib/number-ctor/lib/index.js:
@stdlib/constants-float64-ninf/lib/index.js:
@stdlib/constants-float64-exponent-bias/lib/index.js:
@stdlib/constants-float64-half-ln-two/lib/index.js:
@stdlib/math-base-special-expm1/lib/index.js:
@stdlib/math-base-special-floor/lib/main.js:
@stdlib/math-base-special-floor/lib/index.js:
@stdlib/math-base-special-log1p/lib/index.js:
@stdlib/math-base-special-sqrt/lib/main.js:
@stdlib/math-base-special-sqrt/lib/index.js:
@stdlib/constants-float64-fourth-pi/lib/index.js:
@stdlib/math-base-special-asin/lib/index.js:
@stdlib/math-base-special-abs/lib/index.js:
@stdlib/math-base-special-ceil/lib/main.js:
@stdlib/math-base-special-ceil/lib/index.js:
@stdlib/math-base-special-trunc/lib/main.js:
@stdlib/math-base-special-trunc/lib/index.js:
@stdlib/constants-float64-max-base2-exponent/lib/index.js:
@stdlib/constants-float64-max-base2-exponent-subnormal/lib/index.js:
@stdlib/constants-float64-min-base2-exponent-subnormal/lib/index.js:
@stdlib/math-base-assert-is-infinite/lib/main.js:
@stdlib/math-base-assert-is-infinite/lib/index.js:
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
@stdlib/constants-float64-high-word-exponent-mask/lib/index.js:
@stdlib/number-float64-base-exponent/lib/main.js:
@stdlib/number-float64-base-exponent/lib/index.js:
@stdlib/math-base-special-ldexp/lib/main.js:
@stdlib/math-base-special-ldexp/lib/index.js:
@stdlib/math-base-special-exp/lib/index.js:
@stdlib/math-base-assert-is-integer/lib/main.js:
@stdlib/math-base-assert-is-integer/lib/index.js:
@stdlib/math-base-assert-is-even/lib/main.js:
@stdlib/math-base-assert-is-even/lib/index.js:
@stdlib/math-base-assert-is-odd/lib/main.js:
@stdlib/math-base-assert-is-odd/lib/index.js:
@stdlib/number-float64-base-set-low-word/lib/low.js:
@stdlib/number-float64-base-set-low-word/lib/main.js:
@stdlib/number-float64-base-set-low-word/lib/index.js:
@stdlib/number-uint32-base-to-int32/lib/main.js:
@stdlib/number-uint32-base-to-int32/lib/index.js:
@stdlib/math-base-special-pow/lib/y_is_infinite.js:
@stdlib/constants-float64-ln-two/lib/index.js:
@stdlib/constants-float64-high-word-significand-mask/lib/index.js:
@stdlib/math-base-special-pow/lib/index.js:
@stdlib/constants-float64-e/lib/index.js:
@stdlib/constants-float64-eps/lib/index.js:
@stdlib/math-base-special-beta/lib/index.js:
@stdlib/math-base-assert-is-positive-zero/lib/main.js:
@stdlib/math-base-assert-is-positive-zero/lib/index.js:
@stdlib/math-base-special-max/lib/main.js:
@stdlib/math-base-special-max/lib/index.js:
@stdlib/math-base-assert-is-negative-zero/lib/main.js:
@stdlib/math-base-assert-is-negative-zero/lib/index.js:
@stdlib/math-base-special-min/lib/main.js:
@stdlib/math-base-special-min/lib/index.js:
@stdlib/constants-float64-max/lib/index.js:
@stdlib/constants-int32-max/lib/index.js:
@stdlib/constants-float64-half-pi/lib/index.js:
@stdlib/constants-float64-pi/lib/index.js:
@stdlib/math-base-special-kernel-cos/lib/index.js:
@stdlib/math-base-special-kernel-sin/lib/index.js:
@stdlib/number-float64-base-get-low-word/lib/low.js:
@stdlib/number-float64-base-get-low-word/lib/main.js:
@stdlib/number-float64-base-get-low-word/lib/index.js:
@stdlib/math-base-special-round/lib/main.js:
@stdlib/math-base-special-round/lib/index.js:
@stdlib/math-base-special-rempio2/lib/index.js:
@stdlib/math-base-special-sin/lib/index.js:
@stdlib/constants-float64-sqrt-two-pi/lib/index.js:
@stdlib/constants-float64-eulergamma/lib/index.js:
@stdlib/math-base-special-gamma/lib/index.js:
@stdlib/math-base-special-factorial/lib/main.js:
@stdlib/math-base-special-factorial/lib/index.js:
@stdlib/math-base-special-gamma-lanczos-sum/lib/index.js:
@stdlib/constants-float64-gamma-lanczos-g/lib/index.js:
@stdlib/math-base-special-gamma-delta-ratio/lib/index.js:
@stdlib/math-base-special-ln/lib/index.js:
@stdlib/math-base-special-cos/lib/index.js:
@stdlib/math-base-special-sinpi/lib/main.js:
@stdlib/math-base-special-sinpi/lib/index.js:
@stdlib/math-base-special-gammaln/lib/index.js:
@stdlib/constants-float64-max-ln/lib/index.js:
@stdlib/constants-float64-sqrt-eps/lib/index.js:
@stdlib/utils-eval/lib/index.js:
@stdlib/assert-has-generator-support/lib/main.js:
@stdlib/assert-has-generator-support/lib/index.js:
@stdlib/math-base-tools-sum-series/lib/generators.js:
@stdlib/math-base-tools-sum-series/lib/basic.js:
@stdlib/math-base-tools-sum-series/lib/index.js:
@stdlib/math-base-special-erfc/lib/index.js:
@stdlib/constants-float64-min-ln/lib/index.js:
@stdlib/constants-float64-two-pi/lib/index.js:
@stdlib/math-base-special-gamma-lanczos-sum-expg-scaled/lib/index.js:
@stdlib/math-base-special-powm1/lib/index.js:
@stdlib/math-base-special-gamma1pm1/lib/index.js:
@stdlib/constants-float32-smallest-normal/lib/index.js:
@stdlib/math-base-tools-continued-fraction/lib/generators.js:
@stdlib/math-base-tools-continued-fraction/lib/basic.js:
@stdlib/math-base-tools-continued-fraction/lib/index.js:
@stdlib/math-base-special-gammainc/lib/index.js:
@stdlib/math-base-special-maxabs/lib/main.js:
@stdlib/math-base-special-maxabs/lib/index.js:
@stdlib/math-base-special-minabs/lib/main.js:
@stdlib/math-base-special-minabs/lib/index.js:
@stdlib/constants-float64-max-safe-integer/lib/index.js:
@stdlib/math-base-special-gcd/lib/bitwise_binary_gcd.js:
@stdlib/math-base-special-gcd/lib/binary_gcd.js:
@stdlib/math-base-special-gcd/lib/main.js:
@stdlib/math-base-special-gcd/lib/index.js:
@stdlib/math-base-special-binomcoef/lib/main.js:
@stdlib/math-base-special-binomcoef/lib/index.js:
@stdlib/math-base-special-kernel-betainc/lib/main.js:
@stdlib/math-base-special-kernel-betainc/lib/index.js:
@stdlib/math-base-special-betainc/lib/main.js:
@stdlib/math-base-special-betainc/lib/index.js:
@stdlib/math-base-special-erfcinv/lib/index.js:
@stdlib/math-base-special-acos/lib/index.js:
@stdlib/constants-float64-sqrt-two/lib/index.js:
@stdlib/math-base-special-signum/lib/main.js:
@stdlib/math-base-special-signum/lib/index.js:
@stdlib/constants-float32-max/lib/index.js:
@stdlib/math-base-special-gammaincinv/lib/higher_newton.js:
@stdlib/math-base-special-gammaincinv/lib/lambdaeta.js:
@stdlib/constants-float64-ln-sqrt-two-pi/lib/index.js:
@stdlib/math-base-special-gammaincinv/lib/chepolsum.js:
@stdlib/math-base-special-gammaincinv/lib/stirling.js:
@stdlib/math-base-special-gammaincinv/lib/gamstar.js:
@stdlib/math-base-special-gammaincinv/lib/eps1.js:
@stdlib/math-base-special-gammaincinv/lib/eps2.js:
@stdlib/math-base-special-gammaincinv/lib/eps3.js:
@stdlib/math-base-special-gammaincinv/lib/compute.js:
@stdlib/math-base-special-gammaincinv/lib/main.js:
@stdlib/math-base-special-gammaincinv/lib/index.js:
@stdlib/constants-float64-smallest-subnormal/lib/index.js:
@stdlib/math-base-special-kernel-betaincinv/lib/index.js:
@stdlib/math-base-special-betaincinv/lib/main.js:
@stdlib/math-base-special-betaincinv/lib/index.js:
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

@stdlib/utils-define-property/lib/define_property.js:
@stdlib/utils-define-property/lib/has_define_property_support.js:
@stdlib/math-base-special-abs/lib/main.js:
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
@stdlib/function-ctor/lib/main.js:
@stdlib/function-ctor/lib/index.js:
@stdlib/math-base-special-expm1/lib/polyval_q.js:
@stdlib/math-base-special-log1p/lib/polyval_lp.js:
@stdlib/math-base-special-asin/lib/rational_pq.js:
@stdlib/math-base-special-asin/lib/rational_rs.js:
@stdlib/constants-float64-high-word-sign-mask/lib/index.js:
@stdlib/constants-float64-high-word-abs-mask/lib/index.js:
@stdlib/math-base-special-exp/lib/polyval_p.js:
@stdlib/math-base-special-kernel-cos/lib/polyval_c13.js:
@stdlib/math-base-special-kernel-cos/lib/polyval_c46.js:
@stdlib/math-base-special-ln/lib/polyval_p.js:
@stdlib/math-base-special-ln/lib/polyval_q.js:
@stdlib/math-base-special-erfc/lib/polyval_pp.js:
@stdlib/math-base-special-erfc/lib/polyval_qq.js:
@stdlib/math-base-special-erfc/lib/polyval_pa.js:
@stdlib/math-base-special-erfc/lib/polyval_qa.js:
@stdlib/math-base-special-erfc/lib/polyval_ra.js:
@stdlib/math-base-special-erfc/lib/polyval_sa.js:
@stdlib/math-base-special-erfc/lib/polyval_rb.js:
@stdlib/math-base-special-erfc/lib/polyval_sb.js:
@stdlib/math-base-special-gammainc/lib/polyval_c0.js:
@stdlib/math-base-special-gammainc/lib/polyval_c1.js:
@stdlib/math-base-special-gammainc/lib/polyval_c2.js:
@stdlib/math-base-special-gammainc/lib/polyval_c3.js:
@stdlib/math-base-special-gammainc/lib/polyval_c4.js:
@stdlib/math-base-special-gammainc/lib/polyval_c5.js:
@stdlib/math-base-special-gammainc/lib/polyval_c6.js:
@stdlib/math-base-special-gammainc/lib/polyval_c7.js:
@stdlib/math-base-special-gammainc/lib/polyval_c8.js:
@stdlib/math-base-special-gamma-lanczos-sum-expg-scaled/lib/rational_pq.js:
@stdlib/math-base-special-erfcinv/lib/rational_p1q1.js:
@stdlib/math-base-special-erfcinv/lib/rational_p2q2.js:
@stdlib/math-base-special-erfcinv/lib/rational_p3q3.js:
@stdlib/math-base-special-erfcinv/lib/rational_p4q4.js:
@stdlib/math-base-special-erfcinv/lib/rational_p5q5.js:
@stdlib/math-base-special-kernel-betaincinv/lib/polyval_co14.js:
@stdlib/math-base-special-kernel-betaincinv/lib/polyval_co15.js:
@stdlib/math-base-special-kernel-betaincinv/lib/polyval_co16.js:
@stdlib/math-base-special-kernel-betaincinv/lib/polyval_co17.js:
@stdlib/math-base-special-kernel-betaincinv/lib/polyval_co18.js:
@stdlib/math-base-special-kernel-betaincinv/lib/polyval_co19.js:
@stdlib/math-base-special-kernel-betaincinv/lib/polyval_co20.js:
@stdlib/math-base-special-kernel-betaincinv/lib/polyval_co21.js:
@stdlib/math-base-special-kernel-betaincinv/lib/polyval_co22.js:
@stdlib/math-base-special-kernel-betaincinv/lib/polyval_co1.js:
@stdlib/math-base-special-kernel-betaincinv/lib/polyval_co2.js:
@stdlib/math-base-special-kernel-betaincinv/lib/polyval_co3.js:
@stdlib/math-base-special-kernel-betaincinv/lib/polyval_co4.js:
@stdlib/math-base-special-kernel-betaincinv/lib/polyval_co5.js:
@stdlib/math-base-special-kernel-betaincinv/lib/polyval_co6.js:
@stdlib/math-base-special-kernel-betaincinv/lib/polyval_co7.js:
@stdlib/math-base-special-kernel-betaincinv/lib/polyval_co8.js:
@stdlib/math-base-special-kernel-betaincinv/lib/polyval_co9.js:
@stdlib/math-base-special-kernel-betaincinv/lib/polyval_co10.js:
@stdlib/math-base-special-kernel-betaincinv/lib/polyval_co11.js:
@stdlib/math-base-special-kernel-betaincinv/lib/polyval_co12.js:
@stdlib/math-base-special-kernel-betaincinv/lib/polyval_co13.js:
@stdlib/math-base-special-gammaincinv/lib/polyval_ak1.js:
@stdlib/math-base-special-gammaincinv/lib/polyval_ak2.js:
@stdlib/math-base-special-gammaincinv/lib/polyval_c.js:
@stdlib/math-base-special-gammaincinv/lib/polyval_d.js:
@stdlib/math-base-special-gammaincinv/lib/rational_ak0bk0.js:
@stdlib/math-base-special-gammaincinv/lib/rational_ak1bk1.js:
@stdlib/math-base-special-gammaincinv/lib/rational_ak2bk2.js:
@stdlib/math-base-special-gammaincinv/lib/rational_ak3bk3.js:
@stdlib/math-base-special-gammaincinv/lib/rational_ak4bk4.js:
@stdlib/math-base-special-gammaincinv/lib/rational_ak5bk5.js:
@stdlib/math-base-special-gammaincinv/lib/rational_ak6bk6.js:
@stdlib/math-base-special-gammaincinv/lib/rational_ak7bk7.js:
@stdlib/math-base-special-gammaincinv/lib/rational_ak8bk8.js:
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

@stdlib/math-base-special-expm1/lib/main.js:
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
  * The following copyright, license, and long comment were part of the original implementation available as part of [FDLIBM]{@link http://www.netlib.org/fdlibm/s_expm1.c} and [FreeBSD]{@link https://svnweb.freebsd.org/base/release/12.2.0/lib/msun/src/s_expm1.c}. The implementation follows the original, but has been modified for JavaScript.
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

@stdlib/math-base-special-log1p/lib/main.js:
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
  * The following copyright, license, and long comment were part of the original implementation available as part of [FDLIBM]{@link http://www.netlib.org/fdlibm/s_log1p.c}. The implementation follows the original, but has been modified for JavaScript.
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

@stdlib/math-base-special-asin/lib/main.js:
@stdlib/math-base-special-acos/lib/main.js:
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
  * Copyright 1984, 1995, 2000 by Stephen L. Moshier
  *
  * Some software in this archive may be from the book _Methods and Programs for Mathematical Functions_ (Prentice-Hall or Simon & Schuster International, 1989) or from the Cephes Mathematical Library, a commercial product. In either event, it is copyrighted by the author. What you see here may be used freely but it comes with no support or guarantee.
  *
  * Stephen L. Moshier
  * moshier@na-net.ornl.gov
  * ```
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
@stdlib/math-base-special-beta/lib/lanczos_sum_expg_scaled.js:
@stdlib/math-base-special-gamma/lib/polyval_s.js:
@stdlib/math-base-special-gamma/lib/rational_pq.js:
@stdlib/math-base-special-gamma-lanczos-sum/lib/rational_pq.js:
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
@stdlib/math-base-special-gamma1pm1/lib/rational_p1q1.js:
@stdlib/math-base-special-gamma1pm1/lib/rational_p2q2.js:
@stdlib/math-base-special-gamma1pm1/lib/rational_p3q3.js:
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

@stdlib/math-base-special-beta/lib/main.js:
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
  * The original C++ code and copyright notice are from the [Boost library]{http://www.boost.org/doc/libs/1_85_0/boost/math/special_functions/beta.hpp}. The implementation has been modified for JavaScript.
  *
  * ```text
  * (C) Copyright John Maddock 2006.
  *
  * Use, modification and distribution are subject to the
  * Boost Software License, Version 1.0. (See accompanying file
  * LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
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

@stdlib/constants-float64-max-nth-factorial/lib/index.js:
  (**
  * @license Apache-2.0
  *
  * Copyright (c) 2025 The Stdlib Authors.
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

@stdlib/math-base-special-gamma-lanczos-sum/lib/main.js:
@stdlib/math-base-special-gamma-lanczos-sum-expg-scaled/lib/main.js:
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
  * The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_64_0/boost/math/special_functions/lanczos.hpp}. The implementation has been modified for JavaScript.
  *
  * ```text
  * Copyright John Maddock 2006.
  *
  * Use, modification and distribution are subject to the
  * Boost Software License, Version 1.0. (See accompanying file
  * LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
  * ```
  *)

@stdlib/math-base-special-gamma-delta-ratio/lib/gamma_delta_ratio_lanczos.js:
@stdlib/math-base-special-gamma-delta-ratio/lib/main.js:
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
  * The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_85_0/boost/math/special_functions/gamma.hpp}. The implementation has been modified for JavaScript.
  *
  * ```text
  * Copyright John Maddock 2006-7, 2013-14.
  * Copyright Paul A. Bristow 2007, 2013-14.
  * Copyright Nikhar Agrawal 2013-14.
  * Copyright Christopher Kormanyos 2013-14.
  *
  * Use, modification and distribution are subject to the
  * Boost Software License, Version 1.0. (See accompanying file
  * LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
  * ```
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

@stdlib/math-base-special-gammainc/lib/tgamma_i_large_x_series.js:
@stdlib/math-base-special-gammainc/lib/tgamma_i_large_x.js:
@stdlib/math-base-special-gammainc/lib/igamma_final.js:
  (**
  * @license Apache-2.0
  *
  * Copyright (c) 2025 The Stdlib Authors.
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
  * The original C++ code and copyright notice are from the [Boost library]{@link https://www.boost.org/doc/libs/1_88_0/boost/math/special_functions/gamma.hpp}. The implementation has been modified for JavaScript.
  *
  * ```text
  * (C) Copyright John Maddock 2006.
  * (C) Copyright Paul A. Bristow 2007.
  *
  * Use, modification and distribution are subject to the
  * Boost Software License, Version 1.0. (See accompanying file
  * LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
  * ```
  *)

@stdlib/math-base-special-gammainc/lib/finite_gamma_q.js:
@stdlib/math-base-special-gammainc/lib/finite_half_gamma_q.js:
@stdlib/math-base-special-gammainc/lib/full_igamma_prefix.js:
@stdlib/math-base-special-gammainc/lib/igamma_temme_large.js:
@stdlib/math-base-special-gammainc/lib/lower_incomplete_gamma_series.js:
@stdlib/math-base-special-gammainc/lib/lower_gamma_series.js:
@stdlib/math-base-special-gammainc/lib/small_gamma2_series.js:
@stdlib/math-base-special-gammainc/lib/tgamma_small_upper_part.js:
@stdlib/math-base-special-gammainc/lib/upper_incomplete_gamma_fract.js:
@stdlib/math-base-special-gammainc/lib/upper_gamma_fraction.js:
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
  * The original C++ code and copyright notice are from the [Boost library]{@link https://www.boost.org/doc/libs/1_88_0/boost/math/special_functions/gamma.hpp}. The implementation has been modified for JavaScript.
  *
  * ```text
  * (C) Copyright John Maddock 2006.
  * (C) Copyright Paul A. Bristow 2007.
  *
  * Use, modification and distribution are subject to the
  * Boost Software License, Version 1.0. (See accompanying file
  * LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
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

@stdlib/math-base-special-log1pmx/lib/log1p_series.js:
  (**
  * @license Apache-2.0
  *
  * Copyright (c) 2023 The Stdlib Authors.
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
  * The original C++ code and copyright notice are from the [Boost library]{@link https://www.boost.org/doc/libs/1_83_0/boost/math/special_functions/log1p.hpp}. The implementation has been modified for JavaScript.
  *
  * ```text
  * (C) Copyright John Maddock 2005-2006.
  *
  * Use, modification and distribution are subject to the
  * Boost Software License, Version 1.0. (See accompanying file
  * LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
  *)

@stdlib/math-base-special-log1pmx/lib/main.js:
  (**
  * @license Apache-2.0
  *
  * Copyright (c) 2023 The Stdlib Authors.
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
  * The original C++ code and copyright notice are from the [Boost library]{@link https://www.boost.org/doc/libs/1_83_0/boost/math/special_functions/log1p.hpp}. The implementation has been modified for JavaScript.
  *
  * ```text
  * (C) Copyright John Maddock 2005-2006.
  *
  * Use, modification and distribution are subject to the
  * Boost Software License, Version 1.0. (See accompanying file
  * LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
  * ```
  *)

@stdlib/math-base-special-log1pmx/lib/index.js:
  (**
  * @license Apache-2.0
  *
  * Copyright (c) 2023 The Stdlib Authors.
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

@stdlib/math-base-special-gammainc/lib/regularised_gamma_prefix.js:
@stdlib/math-base-special-kernel-betainc/lib/regularized_gamma_prefix.js:
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
  * The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_64_0/boost/math/special_functions/gamma.hpp}. The implementation has been modified for JavaScript.
  *
  * ```text
  * Copyright John Maddock 2006-7, 2013-14.
  * Copyright Paul A. Bristow 2007, 2013-14.
  * Copyright Nikhar Agrawal 2013-14.
  * Copyright Christopher Kormanyos 2013-14.
  *
  * Use, modification and distribution are subject to the
  * Boost Software License, Version 1.0. (See accompanying file
  * LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
  * ```
  *)

@stdlib/math-base-special-powm1/lib/main.js:
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
  * The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_85_0/boost/math/special_functions/powm1.hpp}. The implementation follows the original, but has been modified for JavaScript.
  *
  * ```text
  * (C) Copyright John Maddock 2006.
  *
  * Use, modification and distribution are subject to the
  * Boost Software License, Version 1.0. (See accompanying file
  * LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
  * ```
  *)

@stdlib/math-base-special-gamma1pm1/lib/lgamma_small_imp.js:
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
  * The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_85_0/boost/math/special_functions/detail/lgamma_small.hpp}. The implementation has been modified for JavaScript.
  *
  * ```text
  * (C) Copyright John Maddock 2006-7, 2013-14.
  * (C) Copyright Paul A. Bristow 2007, 2013-14.
  * (C) Copyright Nikhar Agrawal 2013-14.
  * (C) Copyright Christopher Kormanyos 2013-14.
  *
  * Use, modification and distribution are subject to the
  * Boost Software License, Version 1.0. (See accompanying file
  * LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
  * ```
  *)

@stdlib/math-base-special-gamma1pm1/lib/main.js:
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
  * The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_85_0/boost/math/special_functions/gamma.hpp}. The implementation has been modified for JavaScript.
  *
  * ```text
  * (C) Copyright John Maddock 2006-7, 2013-14.
  * (C) Copyright Paul A. Bristow 2007, 2013-14.
  * (C) Copyright Nikhar Agrawal 2013-14.
  * (C) Copyright Christopher Kormanyos 2013-14.
  *
  * Use, modification and distribution are subject to the
  * Boost Software License, Version 1.0. (See accompanying file
  * LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
  * ```
  *)

@stdlib/math-base-special-gammainc/lib/main.js:
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
  * The original C++ code and copyright notice are from the [Boost library]{@link https://www.boost.org/doc/libs/1_88_0/boost/math/special_functions/gamma.hpp}. The implementation has been modified for JavaScript.
  *
  * ```text
  * (C) Copyright John Maddock 2006-7, 2013-14.
  * (C) Copyright Paul A. Bristow 2007, 2013-14.
  * (C) Copyright Nikhar Agrawal 2013-14.
  * (C) Christopher Kormanyos 2013-14.
  *
  * Use, modification and distribution are subject to the
  * Boost Software License, Version 1.0. (See accompanying file
  * LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
  * ```
  *)

@stdlib/math-base-special-kernel-betainc/lib/full_igamma_prefix.js:
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
  * The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_37_0/boost/math/special_functions/gamma.hpp}. The implementation has been modified for JavaScript.
  *
  * ```text
  * (C) Copyright John Maddock 2006.
  * (C) Copyright Paul A. Bristow 2007.
  *
  * Use, modification and distribution are subject to the
  * Boost Software License, Version 1.0. (See accompanying file
  * LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
  * ```
  *)

@stdlib/math-base-special-kernel-betainc/lib/beta_small_b_large_a_series.js:
@stdlib/math-base-special-kernel-betainc/lib/ibeta_fraction2.js:
@stdlib/math-base-special-kernel-betainc/lib/binomial_ccdf.js:
@stdlib/math-base-special-kernel-betainc/lib/ibeta_a_step.js:
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
  * The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_61_0/boost/math/special_functions/beta.hpp}. The implementation has been modified for JavaScript.
  *
  * ```text
  * (C) Copyright John Maddock 2006.
  *
  * Use, modification and distribution are subject to the
  * Boost Software License, Version 1.0. (See accompanying file
  * LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
  * ```
  *)

@stdlib/math-base-special-kernel-betainc/lib/rising_factorial_ratio.js:
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
  * The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_37_0/boost/math/special_functions/beta.hpp}. The implementation has been modified for JavaScript.
  *
  * ```text
  * (C) Copyright John Maddock 2006.
  *
  * Use, modification and distribution are subject to the
  * Boost Software License, Version 1.0. (See accompanying file
  * LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
  * ```
  *)

@stdlib/math-base-special-kernel-betainc/lib/ibeta_power_terms.js:
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
  * The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_62_0/boost/math/special_functions/beta.hpp}. The implementation has been modified for JavaScript.
  *
  * ```text
  * (C) Copyright John Maddock 2006.
  *
  * Use, modification and distribution are subject to the
  * Boost Software License, Version 1.0. (See accompanying file
  * LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
  * ```
  *)

@stdlib/math-base-special-kernel-betainc/lib/ibeta_series.js:
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
  * The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_64_0/boost/math/special_functions/beta.hpp}. The implementation has been modified for JavaScript.
  *
  * ```text
  * (C) Copyright John Maddock 2006.
  *
  * Use, modification and distribution are subject to the
  * Boost Software License, Version 1.0. (See accompanying file
  * LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
  * ```
  *)

@stdlib/math-base-special-kernel-betainc/lib/assign.js:
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
  * The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_61_0/boost/math/special_functions/beta.hpp}. The implementation has been modified for JavaScript.
  *
  * ```text
  * (C) Copyright John Maddock 2006.
  * (C) Copyright Paul A. Bristow 2007.
  *
  * Use, modification and distribution are subject to the
  * Boost Software License, Version 1.0. (See accompanying file
  * LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
  * ```
  *)

@stdlib/math-base-special-erfcinv/lib/main.js:
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
  * The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_81_0/boost/math/special_functions/detail/erf_inv.hpp}. This implementation follows the original, but has been modified for JavaScript.
  *
  * ```text
  * (C) Copyright John Maddock 2006.
  *
  * Use, modification and distribution are subject to the
  * Boost Software License, Version 1.0. (See accompanying file
  * LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
  * ```
  *)

@stdlib/math-base-special-kernel-betaincinv/lib/inverse_students_t_body_series.js:
@stdlib/math-base-special-kernel-betaincinv/lib/inverse_students_t.js:
@stdlib/math-base-special-kernel-betaincinv/lib/find_ibeta_inv_from_t_dist.js:
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
  * The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_62_0/boost/math/special_functions/detail/t_distribution_inv.hpp}. The implementation has been modified for JavaScript.
  *
  * ```text
  * Copyright John Maddock 2006.
  * Copyright Paul A. Bristow 2007.
  *
  * Use, modification and distribution are subject to the
  * Boost Software License, Version 1.0. (See accompanying file
  * LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
  * ```
  *)

@stdlib/math-base-special-kernel-betaincinv/lib/inverse_students_t_tail_series.js:
@stdlib/math-base-special-kernel-betaincinv/lib/inverse_students_t_hill.js:
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
  * The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_61_0/boost/math/special_functions/detail/t_distribution_inv.hpp}. The implementation has been modified for JavaScript.
  *
  * ```text
  * Copyright John Maddock 2006.
  * Copyright Paul A. Bristow 2007.
  *
  * Use, modification and distribution are subject to the
  * Boost Software License, Version 1.0. (See accompanying file
  * LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
  * ```
  *)

@stdlib/math-base-special-kernel-betaincinv/lib/temme1.js:
@stdlib/math-base-special-kernel-betaincinv/lib/temme2.js:
@stdlib/math-base-special-kernel-betaincinv/lib/temme3.js:
@stdlib/math-base-special-kernel-betaincinv/lib/ibeta_roots.js:
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
  * The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_64_0/boost/math/special_functions/detail/ibeta_inverse.hpp}. The implementation has been modified for JavaScript.
  *
  * ```text
  * Copyright John Maddock 2006.
  * Copyright Paul A. Bristow 2007.
  *
  * Use, modification and distribution are subject to the
  * Boost Software License, Version 1.0. (See accompanying file
  * LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
  * ```
  *)

@stdlib/math-base-special-kernel-betaincinv/lib/root_finder.js:
@stdlib/math-base-special-kernel-betaincinv/lib/main.js:
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
  * The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_62_0/boost/math/special_functions/detail/ibeta_inverse.hpp}. The implementation has been modified for JavaScript.
  *
  * ```text
  * Copyright John Maddock 2006.
  * Copyright Paul A. Bristow 2007.
  *
  * Use, modification and distribution are subject to the
  * Boost Software License, Version 1.0. (See accompanying file
  * LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
  * ```
  *)

@stdlib/math-base-special-kernel-betaincinv/lib/newton_raphson.js:
@stdlib/math-base-special-kernel-betaincinv/lib/halley_iterate.js:
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
  * The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_62_0/boost/math/tools/roots.hpp}. The implementation has been modified for JavaScript.
  *
  * ```text
  * Copyright John Maddock 2006.
  *
  * Use, modification and distribution are subject to the
  * Boost Software License, Version 1.0. (See accompanying file
  * LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
  * ```
  *)
*/
