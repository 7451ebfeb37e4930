(()=>{var Z9=Object.create;var Ai=Object.defineProperty;var Y9=Object.getOwnPropertyDescriptor;var b9=Object.getOwnPropertyNames;var k9=Object.getPrototypeOf,$9=Object.prototype.hasOwnProperty;var u=(r,e)=>()=>{try{return e||r((e={exports:{}}).exports,e),e.exports}catch(i){throw e=0,i}};var J9=(r,e,i,t)=>{if(e&&typeof e=="object"||typeof e=="function")for(let s of b9(e))!$9.call(r,s)&&s!==i&&Ai(r,s,{get:()=>e[s],enumerable:!(t=Y9(e,s))||t.enumerable});return r};var j9=(r,e,i)=>(i=r!=null?Z9(k9(r)):{},J9(e||!r||!r.__esModule?Ai(i,"default",{value:r,enumerable:!0}):i,r));var Ei=u((Ag,Si)=>{"use strict";var z9=typeof Object.defineProperty=="function"?Object.defineProperty:null;Si.exports=z9});var Oi=u((Sg,gi)=>{"use strict";var x9=Ei();function rn(){try{return x9({},"x",{}),!0}catch{return!1}}gi.exports=rn});var Ti=u((Eg,hi)=>{"use strict";var en=Object.defineProperty;hi.exports=en});var U0=u((gg,Fi)=>{"use strict";function tn(r){return typeof r=="number"}Fi.exports=tn});var D0=u((Og,yi)=>{"use strict";function an(r){return r[0]==="-"}function Li(r){var e="",i;for(i=0;i<r;i++)e+="0";return e}function sn(r,e,i){var t=!1,s=e-r.length;return s<0||(an(r)&&(t=!0,r=r.substr(1)),r=i?r+Li(s):Li(s)+r,t&&(r="-"+r)),r}yi.exports=sn});var Gi=u((hg,Hi)=>{"use strict";var un=U0(),wi=D0(),nn=String.prototype.toLowerCase,Pi=String.prototype.toUpperCase;function vn(r){var e,i,t;switch(r.specifier){case"b":e=2;break;case"o":e=8;break;case"x":case"X":e=16;break;default:e=10;break}if(i=r.arg,t=parseInt(i,10),!isFinite(t)){if(!un(i))throw new Error("invalid integer. Value: "+i);t=0}return t<0&&(r.specifier==="u"||e!==10)&&(t=4294967295+t+1),t<0?(i=(-t).toString(e),r.precision&&(i=wi(i,r.precision,r.padRight)),i="-"+i):(i=t.toString(e),!t&&!r.precision?i="":r.precision&&(i=wi(i,r.precision,r.padRight)),r.sign&&(i=r.sign+i)),e===16&&(r.alternate&&(i="0x"+i),i=r.specifier===Pi.call(r.specifier)?Pi.call(i):nn.call(i)),e===8&&r.alternate&&i.charAt(0)!=="0"&&(i="0"+i),i}Hi.exports=vn});var Ri=u((Tg,di)=>{"use strict";function fn(r){return typeof r=="string"}di.exports=fn});var Ci=u((Fg,Wi)=>{"use strict";var on=Math.abs,cn=String.prototype.toLowerCase,Mi=String.prototype.toUpperCase,fr=String.prototype.replace,ln=/e\+(\d)$/,pn=/e-(\d)$/,qn=/^(\d+)$/,mn=/^(\d+)e/,_n=/\.0$/,In=/\.0*e/,Nn=/(\..*[^0])0*e/;function An(r,e){var i,t;switch(e.specifier){case"e":case"E":t=r.toExponential(e.precision);break;case"f":case"F":t=r.toFixed(e.precision);break;case"g":case"G":on(r)<1e-4?(i=e.precision,i>0&&(i-=1),t=r.toExponential(i)):t=r.toPrecision(e.precision),e.alternate||(t=fr.call(t,Nn,"$1e"),t=fr.call(t,In,"e"),t=fr.call(t,_n,""));break;default:throw new Error("invalid double notation. Value: "+e.specifier)}return t=fr.call(t,ln,"e+0$1"),t=fr.call(t,pn,"e-0$1"),e.alternate&&(t=fr.call(t,qn,"$1."),t=fr.call(t,mn,"$1.e")),r>=0&&e.sign&&(t=e.sign+t),t=e.specifier===Mi.call(e.specifier)?Mi.call(t):cn.call(t),t}Wi.exports=An});var Xi=u((Lg,Di)=>{"use strict";function Ui(r){var e="",i;for(i=0;i<r;i++)e+=" ";return e}function Sn(r,e,i){var t=e-r.length;return t<0||(r=i?r+Ui(t):Ui(t)+r),r}Di.exports=Sn});var Vi=u((yg,Bi)=>{"use strict";var En=Gi(),gn=Ri(),On=U0(),hn=Ci(),Tn=Xi(),Fn=D0(),Ln=String.fromCharCode,yn=Array.isArray;function e0(r){return r!==r}function wn(r){var e={};return e.specifier=r.specifier,e.precision=r.precision===void 0?1:r.precision,e.width=r.width,e.flags=r.flags||"",e.mapping=r.mapping,e}function Pn(r){var e,i,t,s,a,n,v,o,c,f;if(!yn(r))throw new TypeError("invalid argument. First argument must be an array. Value: `"+r+"`.");for(n="",v=1,c=0;c<r.length;c++)if(t=r[c],gn(t))n+=t;else{if(e=t.precision!==void 0,t=wn(t),!t.specifier)throw new TypeError("invalid argument. Token is missing `specifier` property. Index: `"+c+"`. Value: `"+t+"`.");for(t.mapping&&(v=t.mapping),i=t.flags,f=0;f<i.length;f++)switch(s=i.charAt(f),s){case" ":t.sign=" ";break;case"+":t.sign="+";break;case"-":t.padRight=!0,t.padZeros=!1;break;case"0":t.padZeros=i.indexOf("-")<0;break;case"#":t.alternate=!0;break;default:throw new Error("invalid flag: "+s)}if(t.width==="*"){if(t.width=parseInt(arguments[v],10),v+=1,e0(t.width))throw new TypeError("the argument for * width at position "+v+" is not a number. Value: `"+t.width+"`.");t.width<0&&(t.padRight=!0,t.width=-t.width)}if(e&&t.precision==="*"){if(t.precision=parseInt(arguments[v],10),v+=1,e0(t.precision))throw new TypeError("the argument for * precision at position "+v+" is not a number. Value: `"+t.precision+"`.");t.precision<0&&(t.precision=1,e=!1)}switch(t.arg=arguments[v],t.specifier){case"b":case"o":case"x":case"X":case"d":case"i":case"u":e&&(t.padZeros=!1),t.arg=En(t);break;case"s":t.maxWidth=e?t.precision:-1,t.arg=String(t.arg);break;case"c":if(!e0(t.arg)){if(a=parseInt(t.arg,10),a<0||a>127)throw new Error("invalid character code. Value: "+t.arg);t.arg=e0(a)?String(t.arg):Ln(a)}break;case"e":case"E":case"f":case"F":case"g":case"G":if(e||(t.precision=6),o=parseFloat(t.arg),!isFinite(o)){if(!On(t.arg))throw new Error("invalid floating-point number. Value: "+n);o=t.arg,t.padZeros=!1}t.arg=hn(o,t);break;default:throw new Error("invalid specifier: "+t.specifier)}t.maxWidth>=0&&t.arg.length>t.maxWidth&&(t.arg=t.arg.substring(0,t.maxWidth)),t.padZeros?t.arg=Fn(t.arg,t.width||t.precision,t.padRight):t.width&&(t.arg=Tn(t.arg,t.width,t.padRight)),n+=t.arg||"",v+=1}return n}Bi.exports=Pn});var Qi=u((wg,Ki)=>{"use strict";var Hn=Vi();Ki.exports=Hn});var Yi=u((Pg,Zi)=>{"use strict";var i0=/%(?:([1-9]\d*)\$)?([0 +\-#]*)(\*|\d+)?(?:(\.)(\*|\d+)?)?[hlL]?([%A-Za-z])/g;function Gn(r){var e={mapping:r[1]?parseInt(r[1],10):void 0,flags:r[2],width:r[3],precision:r[5],specifier:r[6]};return r[4]==="."&&r[5]===void 0&&(e.precision="1"),e}function dn(r){var e,i,t,s;for(i=[],s=0,t=i0.exec(r);t;)e=r.slice(s,i0.lastIndex-t[0].length),e.length&&i.push(e),t[6]==="%"?i.push("%"):i.push(Gn(t)),s=i0.lastIndex,t=i0.exec(r);return e=r.slice(s),e.length&&i.push(e),i}Zi.exports=dn});var ki=u((Hg,bi)=>{"use strict";var Rn=Yi();bi.exports=Rn});var Ji=u((Gg,$i)=>{"use strict";function Mn(r){return typeof r=="string"}$i.exports=Mn});var xi=u((dg,zi)=>{"use strict";var Wn=Qi(),Cn=ki(),Un=Ji();function ji(r){var e,i;if(!Un(r))throw new TypeError(ji("invalid argument. First argument must be a string. Value: `%s`.",r));for(e=[Cn(r)],i=1;i<arguments.length;i++)e.push(arguments[i]);return Wn.apply(null,e)}zi.exports=ji});var e1=u((Rg,r1)=>{"use strict";var Dn=xi();r1.exports=Dn});var n1=u((Mg,u1)=>{"use strict";var i1=e1(),Ar=Object.prototype,t1=Ar.toString,a1=Ar.__defineGetter__,s1=Ar.__defineSetter__,Xn=Ar.__lookupGetter__,Bn=Ar.__lookupSetter__;function Vn(r,e,i){var t,s,a,n;if(typeof r!="object"||r===null||t1.call(r)==="[object Array]")throw new TypeError(i1("invalid argument. First argument must be an object. Value: `%s`.",r));if(typeof i!="object"||i===null||t1.call(i)==="[object Array]")throw new TypeError(i1("invalid argument. Property descriptor must be an object. Value: `%s`.",i));if(s="value"in i,s&&(Xn.call(r,e)||Bn.call(r,e)?(t=r.__proto__,r.__proto__=Ar,delete r[e],r[e]=i.value,r.__proto__=t):r[e]=i.value),a="get"in i,n="set"in i,s&&(a||n))throw new Error("invalid argument. Cannot specify one or more accessors and a value or writable attribute in the property descriptor.");return a&&a1&&a1.call(r,e,i.get),n&&s1&&s1.call(r,e,i.set),r}u1.exports=Vn});var f1=u((Wg,v1)=>{"use strict";var Kn=Oi(),Qn=Ti(),Zn=n1(),X0;Kn()?X0=Qn:X0=Zn;v1.exports=X0});var c1=u((Cg,o1)=>{"use strict";var Yn=f1();function bn(r,e,i){Yn(r,e,{configurable:!1,enumerable:!1,writable:!1,value:i})}o1.exports=bn});var Gr=u((Ug,l1)=>{"use strict";var kn=c1();l1.exports=kn});var q1=u((Dg,p1)=>{"use strict";function $n(r){return r!==r}p1.exports=$n});var g=u((Xg,m1)=>{"use strict";var Jn=q1();m1.exports=Jn});var I1=u((Bg,_1)=>{"use strict";function jn(){return typeof Symbol=="function"&&typeof Symbol("foo")=="symbol"}_1.exports=jn});var A1=u((Vg,N1)=>{"use strict";var zn=I1();N1.exports=zn});var E1=u((Kg,S1)=>{"use strict";var xn=A1(),rv=xn();function ev(){return rv&&typeof Symbol.toStringTag=="symbol"}S1.exports=ev});var O1=u((Qg,g1)=>{"use strict";var iv=E1();g1.exports=iv});var B0=u((Zg,h1)=>{"use strict";var tv=Object.prototype.toString;h1.exports=tv});var F1=u((Yg,T1)=>{"use strict";var av=B0();function sv(r){return av.call(r)}T1.exports=sv});var y1=u((bg,L1)=>{"use strict";var uv=Object.prototype.hasOwnProperty;function nv(r,e){return r==null?!1:uv.call(r,e)}L1.exports=nv});var P1=u((kg,w1)=>{"use strict";var vv=y1();w1.exports=vv});var G1=u(($g,H1)=>{"use strict";var fv=typeof Symbol=="function"?Symbol:void 0;H1.exports=fv});var R1=u((Jg,d1)=>{"use strict";var ov=G1();d1.exports=ov});var C1=u((jg,W1)=>{"use strict";var M1=R1(),cv=typeof M1=="function"?M1.toStringTag:"";W1.exports=cv});var D1=u((zg,U1)=>{"use strict";var lv=P1(),dr=C1(),V0=B0();function pv(r){var e,i,t;if(r==null)return V0.call(r);i=r[dr],e=lv(r,dr);try{r[dr]=void 0}catch{return V0.call(r)}return t=V0.call(r),e?r[dr]=i:delete r[dr],t}U1.exports=pv});var Rr=u((xg,X1)=>{"use strict";var qv=O1(),mv=F1(),_v=D1(),K0;qv()?K0=_v:K0=mv;X1.exports=K0});var V1=u((rO,B1)=>{"use strict";var Iv=Rr(),Nv=typeof Uint32Array=="function";function Av(r){return Nv&&r instanceof Uint32Array||Iv(r)==="[object Uint32Array]"}B1.exports=Av});var Q1=u((eO,K1)=>{"use strict";var Sv=V1();K1.exports=Sv});var Y1=u((iO,Z1)=>{"use strict";var Ev=4294967295;Z1.exports=Ev});var k1=u((tO,b1)=>{"use strict";var gv=typeof Uint32Array=="function"?Uint32Array:null;b1.exports=gv});var j1=u((aO,J1)=>{"use strict";var Ov=Q1(),Q0=Y1(),$1=k1();function hv(){var r,e;if(typeof $1!="function")return!1;try{e=[1,3.14,-3.14,Q0+1,Q0+2],e=new $1(e),r=Ov(e)&&e[0]===1&&e[1]===3&&e[2]===Q0-2&&e[3]===0&&e[4]===1}catch{r=!1}return r}J1.exports=hv});var x1=u((sO,z1)=>{"use strict";var Tv=j1();z1.exports=Tv});var et=u((uO,rt)=>{"use strict";var Fv=typeof Uint32Array=="function"?Uint32Array:void 0;rt.exports=Fv});var tt=u((nO,it)=>{"use strict";function Lv(){throw new Error("not implemented")}it.exports=Lv});var or=u((vO,at)=>{"use strict";var yv=x1(),wv=et(),Pv=tt(),Z0;yv()?Z0=wv:Z0=Pv;at.exports=Z0});var ut=u((fO,st)=>{"use strict";var Hv=Rr(),Gv=typeof Float64Array=="function";function dv(r){return Gv&&r instanceof Float64Array||Hv(r)==="[object Float64Array]"}st.exports=dv});var vt=u((oO,nt)=>{"use strict";var Rv=ut();nt.exports=Rv});var ot=u((cO,ft)=>{"use strict";var Mv=typeof Float64Array=="function"?Float64Array:null;ft.exports=Mv});var pt=u((lO,lt)=>{"use strict";var Wv=vt(),ct=ot();function Cv(){var r,e;if(typeof ct!="function")return!1;try{e=new ct([1,3.14,-3.14,NaN]),r=Wv(e)&&e[0]===1&&e[1]===3.14&&e[2]===-3.14&&e[3]!==e[3]}catch{r=!1}return r}lt.exports=Cv});var mt=u((pO,qt)=>{"use strict";var Uv=pt();qt.exports=Uv});var It=u((qO,_t)=>{"use strict";var Dv=typeof Float64Array=="function"?Float64Array:void 0;_t.exports=Dv});var At=u((mO,Nt)=>{"use strict";function Xv(){throw new Error("not implemented")}Nt.exports=Xv});var cr=u((_O,St)=>{"use strict";var Bv=mt(),Vv=It(),Kv=At(),Y0;Bv()?Y0=Vv:Y0=Kv;St.exports=Y0});var gt=u((IO,Et)=>{"use strict";var Qv=Rr(),Zv=typeof Uint8Array=="function";function Yv(r){return Zv&&r instanceof Uint8Array||Qv(r)==="[object Uint8Array]"}Et.exports=Yv});var ht=u((NO,Ot)=>{"use strict";var bv=gt();Ot.exports=bv});var Ft=u((AO,Tt)=>{"use strict";var kv=255;Tt.exports=kv});var yt=u((SO,Lt)=>{"use strict";var $v=typeof Uint8Array=="function"?Uint8Array:null;Lt.exports=$v});var Ht=u((EO,Pt)=>{"use strict";var Jv=ht(),b0=Ft(),wt=yt();function jv(){var r,e;if(typeof wt!="function")return!1;try{e=[1,3.14,-3.14,b0+1,b0+2],e=new wt(e),r=Jv(e)&&e[0]===1&&e[1]===3&&e[2]===b0-2&&e[3]===0&&e[4]===1}catch{r=!1}return r}Pt.exports=jv});var dt=u((gO,Gt)=>{"use strict";var zv=Ht();Gt.exports=zv});var Mt=u((OO,Rt)=>{"use strict";var xv=typeof Uint8Array=="function"?Uint8Array:void 0;Rt.exports=xv});var Ct=u((hO,Wt)=>{"use strict";function rf(){throw new Error("not implemented")}Wt.exports=rf});var Dt=u((TO,Ut)=>{"use strict";var ef=dt(),tf=Mt(),af=Ct(),k0;ef()?k0=tf:k0=af;Ut.exports=k0});var Bt=u((FO,Xt)=>{"use strict";var sf=Rr(),uf=typeof Uint16Array=="function";function nf(r){return uf&&r instanceof Uint16Array||sf(r)==="[object Uint16Array]"}Xt.exports=nf});var Kt=u((LO,Vt)=>{"use strict";var vf=Bt();Vt.exports=vf});var Zt=u((yO,Qt)=>{"use strict";var ff=65535;Qt.exports=ff});var bt=u((wO,Yt)=>{"use strict";var of=typeof Uint16Array=="function"?Uint16Array:null;Yt.exports=of});var Jt=u((PO,$t)=>{"use strict";var cf=Kt(),$0=Zt(),kt=bt();function lf(){var r,e;if(typeof kt!="function")return!1;try{e=[1,3.14,-3.14,$0+1,$0+2],e=new kt(e),r=cf(e)&&e[0]===1&&e[1]===3&&e[2]===$0-2&&e[3]===0&&e[4]===1}catch{r=!1}return r}$t.exports=lf});var zt=u((HO,jt)=>{"use strict";var pf=Jt();jt.exports=pf});var r2=u((GO,xt)=>{"use strict";var qf=typeof Uint16Array=="function"?Uint16Array:void 0;xt.exports=qf});var i2=u((dO,e2)=>{"use strict";function mf(){throw new Error("not implemented")}e2.exports=mf});var a2=u((RO,t2)=>{"use strict";var _f=zt(),If=r2(),Nf=i2(),J0;_f()?J0=If:J0=Nf;t2.exports=J0});var u2=u((MO,s2)=>{"use strict";var Af=Dt(),Sf=a2(),Ef={uint16:Sf,uint8:Af};s2.exports=Ef});var o2=u((WO,f2)=>{"use strict";var n2=u2(),v2;function gf(){var r,e;return r=new n2.uint16(1),r[0]=4660,e=new n2.uint8(r.buffer),e[0]===52}v2=gf();f2.exports=v2});var lr=u((CO,c2)=>{"use strict";var Of=o2();c2.exports=Of});var p2=u((UO,l2)=>{"use strict";var hf=lr(),j0;hf===!0?j0=1:j0=0;l2.exports=j0});var _2=u((DO,m2)=>{"use strict";var Tf=or(),Ff=cr(),Lf=p2(),q2=new Ff(1),yf=new Tf(q2.buffer);function wf(r){return q2[0]=r,yf[Lf]}m2.exports=wf});var H=u((XO,I2)=>{"use strict";var Pf=_2();I2.exports=Pf});var A2=u((BO,N2)=>{"use strict";var Hf=lr(),z0;Hf===!0?z0=1:z0=0;N2.exports=z0});var E2=u((VO,S2)=>{"use strict";var Gf=or(),df=cr(),Rf=A2(),x0=new df(1),Mf=new Gf(x0.buffer);function Wf(r,e){return x0[0]=r,Mf[Rf]=e>>>0,x0[0]}S2.exports=Wf});var Sr=u((KO,g2)=>{"use strict";var Cf=E2();g2.exports=Cf});var T2=u((QO,h2)=>{"use strict";var Uf=lr(),O2,re,ee;Uf===!0?(re=1,ee=0):(re=0,ee=1);O2={HIGH:re,LOW:ee};h2.exports=O2});var P2=u((ZO,w2)=>{"use strict";var Df=or(),Xf=cr(),L2=T2(),y2=new Xf(1),F2=new Df(y2.buffer),Bf=L2.HIGH,Vf=L2.LOW;function Kf(r,e){return F2[Bf]=r,F2[Vf]=e,y2[0]}w2.exports=Kf});var Mr=u((YO,H2)=>{"use strict";var Qf=P2();H2.exports=Qf});var h=u((bO,G2)=>{"use strict";var Zf=Number.POSITIVE_INFINITY;G2.exports=Zf});var R2=u((kO,d2)=>{"use strict";d2.exports=Number});var W2=u(($O,M2)=>{"use strict";var Yf=R2();M2.exports=Yf});var y=u((JO,C2)=>{"use strict";var bf=W2(),kf=bf.NEGATIVE_INFINITY;C2.exports=kf});var z=u((jO,U2)=>{"use strict";var $f=1023;U2.exports=$f});var X2=u((zO,D2)=>{"use strict";var Jf=.34657359027997264;D2.exports=Jf});var V2=u((xO,B2)=>{"use strict";function jf(r){return r===0?-.03333333333333313:-.03333333333333313+r*(.0015873015872548146+r*(-793650757867488e-19+r*(4008217827329362e-21+r*-20109921818362437e-23)))}B2.exports=jf});var k2=u((rh,b2)=>{"use strict";var zf=g(),K2=H(),ie=Sr(),xf=Mr(),Q2=h(),ro=y(),Z2=z(),eo=X2(),io=V2(),to=709.782712893384,te=.6931471803691238,ae=19082149292705877e-26,Y2=1.4426950408889634,ao=38.816242111356935,so=1.0397207708399179;function uo(r){var e,i,t,s,a,n,v,o,c,f,l,q,p;if(r===Q2||zf(r))return r;if(r===ro)return-1;if(r===0)return r;if(r<0?(t=!0,o=-r):(t=!1,o=r),o>=ao){if(t)return-1;if(o>=to)return Q2}if(n=K2(o)|0,o>eo)o<so?t?(s=r+te,a=-ae,p=-1):(s=r-te,a=ae,p=1):(t?p=Y2*r-.5:p=Y2*r+.5,p|=0,l=p,s=r-l*te,a=l*ae),r=s-a,f=s-r-a;else{if(n<1016070144)return r;p=0}return e=.5*r,c=r*e,v=1+c*io(c),l=3-v*e,q=c*((v-l)/(6-r*l)),p===0?r-(r*q-c):(i=xf(Z2+p<<20,0),q=r*(q-f)-f,q-=c,p===-1?.5*(r-q)-.5:p===1?r<-.25?-2*(q-(r+.5)):1+2*(r-q):p<=-2||p>56?(o=1-(q-r),p===1024?(s=K2(o)+(p<<20)|0,o=ie(o,s)):o*=i,o-1):(l=1,p<20?(s=1072693248-(2097152>>p)|0,l=ie(l,s),o=l-(q-r)):(s=Z2-p<<20|0,l=ie(l,s),o=r-(q+l),o+=1),o*=i,o))}b2.exports=uo});var Wr=u((eh,$2)=>{"use strict";var no=k2();$2.exports=no});var j2=u((ih,J2)=>{"use strict";var vo=Math.floor;J2.exports=vo});var D=u((th,z2)=>{"use strict";var fo=j2();z2.exports=fo});var ra=u((ah,x2)=>{"use strict";function oo(r){return r===0?.6666666666666735:.6666666666666735+r*(.3999999999940942+r*(.2857142874366239+r*(.22222198432149784+r*(.1818357216161805+r*(.15313837699209373+r*.14798198605116586)))))}x2.exports=oo});var sa=u((sh,aa)=>{"use strict";var co=g(),ea=H(),ia=Sr(),lo=h(),po=y(),ta=z(),qo=ra(),se=.6931471803691238,ue=19082149292705877e-26,mo=.41421356237309503,_o=-.2928932188134525,Io=1862645149230957e-24,No=5551115123125783e-32,Ao=9007199254740992,So=.6666666666666666;function Eo(r){var e,i,t,s,a,n,v,o,c,f;if(r<-1||co(r))return NaN;if(r===-1)return po;if(r===lo||r===0)return r;if(r<0?t=-r:t=r,f=1,t<mo){if(t<Io)return t<No?r:r-r*r*.5;r>_o&&(f=0,s=r,i=1)}return f!==0&&(t<Ao?(c=1+r,i=ea(c),f=(i>>20)-ta,f>0?a=1-(c-r):a=r-(c-1),a/=c):(c=r,i=ea(c),f=(i>>20)-ta,a=0),i&=1048575,i<434334?c=ia(c,i|1072693248):(f+=1,c=ia(c,i|1071644672),i=1048576-i>>2),s=c-1),e=.5*s*s,i===0?s===0?(a+=f*ue,f*se+a):(o=e*(1-So*s),f*se-(o-(f*ue+a)-s)):(n=s/(2+s),v=n*n,o=v*qo(v),f===0?s-(e-n*(e+o)):f*se-(e-(n*(e+o)+(f*ue+a))-s))}aa.exports=Eo});var b=u((uh,ua)=>{"use strict";var go=sa();ua.exports=go});var va=u((nh,na)=>{"use strict";var Oo=Math.sqrt;na.exports=Oo});var C=u((vh,fa)=>{"use strict";var ho=va();fa.exports=ho});var ca=u((fh,oa)=>{"use strict";var To=.7853981633974483;oa.exports=To});var pa=u((oh,la)=>{"use strict";function Fo(r){var e,i,t;return r===0?.16666666666666713:(r<0?e=-r:e=r,e<=1?(i=-8.198089802484825+r*(19.562619833175948+r*(-16.262479672107002+r*(5.444622390564711+r*(-.6019598008014124+r*.004253011369004428)))),t=-49.18853881490881+r*(139.51056146574857+r*(-147.1791292232726+r*(70.49610280856842+r*(-14.740913729888538+r*1))))):(r=1/r,i=.004253011369004428+r*(-.6019598008014124+r*(5.444622390564711+r*(-16.262479672107002+r*(19.562619833175948+r*-8.198089802484825)))),t=1+r*(-14.740913729888538+r*(70.49610280856842+r*(-147.1791292232726+r*(139.51056146574857+r*-49.18853881490881))))),i/t)}la.exports=Fo});var ma=u((ch,qa)=>{"use strict";function Lo(r){var e,i,t;return r===0?.08333333333333809:(r<0?e=-r:e=r,e<=1?(i=28.536655482610616+r*(-25.56901049652825+r*(6.968710824104713+r*(-.5634242780008963+r*.002967721961301243))),t=342.43986579130785+r*(-383.8770957603691+r*(147.0656354026815+r*(-21.947795316429207+r*1)))):(r=1/r,i=.002967721961301243+r*(-.5634242780008963+r*(6.968710824104713+r*(-25.56901049652825+r*28.536655482610616))),t=1+r*(-21.947795316429207+r*(147.0656354026815+r*(-383.8770957603691+r*342.43986579130785)))),i/t)}qa.exports=Lo});var Na=u((lh,Ia)=>{"use strict";var yo=g(),wo=C(),_a=ca(),Po=pa(),Ho=ma(),Go=6123233995736766e-32;function Ro(r){var e,i,t,s,a;if(yo(r))return NaN;if(r>0?t=r:(e=!0,t=-r),t>1)return NaN;if(t>.625)i=1-t,s=i*Ho(i),i=wo(i+i),a=_a-i,i=i*s-Go,a-=i,a+=_a;else{if(t<1e-8)return r;i=t*t,a=i*Po(i),a=t*a+t}return e?-a:a}Ia.exports=Ro});var Sa=u((ph,Aa)=>{"use strict";var Mo=Na();Aa.exports=Mo});var ga=u((qh,Ea)=>{"use strict";function Wo(r){return Math.abs(r)}Ea.exports=Wo});var E=u((mh,Oa)=>{"use strict";var Co=ga();Oa.exports=Co});var Ta=u((_h,ha)=>{"use strict";var Uo=Math.ceil;ha.exports=Uo});var La=u((Ih,Fa)=>{"use strict";var Do=Ta();Fa.exports=Do});var wa=u((Nh,ya)=>{"use strict";var Xo=D(),Bo=La();function Vo(r){return r<0?Bo(r):Xo(r)}ya.exports=Vo});var t0=u((Ah,Pa)=>{"use strict";var Ko=wa();Pa.exports=Ko});var Ga=u((Sh,Ha)=>{"use strict";var Qo=1023;Ha.exports=Qo});var Ra=u((Eh,da)=>{"use strict";var Zo=-1023;da.exports=Zo});var Wa=u((gh,Ma)=>{"use strict";var Yo=-1074;Ma.exports=Yo});var Ua=u((Oh,Ca)=>{"use strict";var bo=h(),ko=y();function $o(r){return r===bo||r===ko}Ca.exports=$o});var pr=u((hh,Da)=>{"use strict";var Jo=Ua();Da.exports=Jo});var Ba=u((Th,Xa)=>{"use strict";var jo=2147483648;Xa.exports=jo});var x=u((Fh,Va)=>{"use strict";var zo=2147483647;Va.exports=zo});var Za=u((Lh,Qa)=>{"use strict";var xo=lr(),Ka,ne,ve;xo===!0?(ne=1,ve=0):(ne=0,ve=1);Ka={HIGH:ne,LOW:ve};Qa.exports=Ka});var fe=u((yh,$a)=>{"use strict";var rc=or(),ec=cr(),ba=Za(),ka=new ec(1),Ya=new rc(ka.buffer),ic=ba.HIGH,tc=ba.LOW;function ac(r,e,i,t){return ka[0]=r,e[t]=Ya[ic],e[t+i]=Ya[tc],e}$a.exports=ac});var ja=u((wh,Ja)=>{"use strict";var sc=fe();function uc(r){return sc(r,[0,0],1,0)}Ja.exports=uc});var a0=u((Ph,xa)=>{"use strict";var nc=Gr(),za=ja(),vc=fe();nc(za,"assign",vc);xa.exports=za});var e3=u((Hh,r3)=>{"use strict";var fc=Ba(),oc=x(),cc=a0(),lc=H(),pc=Mr(),oe=[0,0];function qc(r,e){var i,t;return cc.assign(r,oe,1,0),i=oe[0],i&=oc,t=lc(e),t&=fc,i|=t,pc(i,oe[1])}r3.exports=qc});var s0=u((Gh,i3)=>{"use strict";var mc=e3();i3.exports=mc});var Er=u((dh,t3)=>{"use strict";var _c=22250738585072014e-324;t3.exports=_c});var ce=u((Rh,a3)=>{"use strict";var Ic=Er(),Nc=pr(),Ac=g(),Sc=E(),Ec=4503599627370496;function gc(r,e,i,t){return Ac(r)||Nc(r)?(e[t]=r,e[t+i]=0,e):r!==0&&Sc(r)<Ic?(e[t]=r*Ec,e[t+i]=-52,e):(e[t]=r,e[t+i]=0,e)}a3.exports=gc});var u3=u((Mh,s3)=>{"use strict";var Oc=ce();function hc(r){return Oc(r,[0,0],1,0)}s3.exports=hc});var f3=u((Wh,v3)=>{"use strict";var Tc=Gr(),n3=u3(),Fc=ce();Tc(n3,"assign",Fc);v3.exports=n3});var Cr=u((Ch,o3)=>{"use strict";var Lc=2146435072;o3.exports=Lc});var l3=u((Uh,c3)=>{"use strict";var yc=H(),wc=Cr(),Pc=z();function Hc(r){var e=yc(r);return e=(e&wc)>>>20,e-Pc|0}c3.exports=Hc});var q3=u((Dh,p3)=>{"use strict";var Gc=l3();p3.exports=Gc});var _3=u((Xh,m3)=>{"use strict";var dc=h(),Rc=y(),Mc=z(),Wc=Ga(),Cc=Ra(),Uc=Wa(),Dc=g(),Xc=pr(),Bc=s0(),Vc=f3().assign,Kc=q3(),Qc=a0(),Zc=Mr(),Yc=2220446049250313e-31,bc=2148532223,le=[0,0],pe=[0,0];function kc(r,e){var i,t;return e===0||r===0||Dc(r)||Xc(r)?r:(Vc(r,le,1,0),r=le[0],e+=le[1],e+=Kc(r),e<Uc?Bc(0,r):e>Wc?r<0?Rc:dc:(e<=Cc?(e+=52,t=Yc):t=1,Qc.assign(r,pe,1,0),i=pe[0],i&=bc,i|=e+Mc<<20,t*Zc(i,pe[1])))}m3.exports=kc});var u0=u((Bh,I3)=>{"use strict";var $c=_3();I3.exports=$c});var A3=u((Vh,N3)=>{"use strict";function Jc(r){return r===0?.16666666666666602:.16666666666666602+r*(-.0027777777777015593+r*(6613756321437934e-20+r*(-16533902205465252e-22+r*41381367970572385e-24)))}N3.exports=Jc});var E3=u((Kh,S3)=>{"use strict";var jc=u0(),zc=A3();function xc(r,e,i){var t,s,a,n;return t=r-e,s=t*t,a=t-s*zc(s),n=1-(e-t*a/(2-a)-r),jc(n,i)}S3.exports=xc});var L3=u((Qh,F3)=>{"use strict";var rl=g(),g3=t0(),el=y(),O3=h(),il=E3(),tl=.6931471803691238,al=19082149292705877e-26,h3=1.4426950408889634,sl=709.782712893384,ul=-745.1332191019411,T3=1/(1<<28),nl=-T3;function vl(r){var e,i,t;return rl(r)||r===O3?r:r===el?0:r>sl?O3:r<ul?0:r>nl&&r<T3?1+r:(r<0?t=g3(h3*r-.5):t=g3(h3*r+.5),e=r-t*tl,i=t*al,il(e,i,t))}F3.exports=vl});var F=u((Zh,y3)=>{"use strict";var fl=L3();y3.exports=fl});var P3=u((Yh,w3)=>{"use strict";var ol=D();function cl(r){return ol(r)===r}w3.exports=cl});var qr=u((bh,H3)=>{"use strict";var ll=P3();H3.exports=ll});var d3=u((kh,G3)=>{"use strict";var pl=qr();function ql(r){return pl(r/2)}G3.exports=ql});var M3=u(($h,R3)=>{"use strict";var ml=d3();R3.exports=ml});var U3=u((Jh,C3)=>{"use strict";var W3=M3();function _l(r){return r>0?W3(r-1):W3(r+1)}C3.exports=_l});var n0=u((jh,D3)=>{"use strict";var Il=U3();D3.exports=Il});var B3=u((zh,X3)=>{"use strict";var Nl=lr(),qe;Nl===!0?qe=0:qe=1;X3.exports=qe});var K3=u((xh,V3)=>{"use strict";var Al=or(),Sl=cr(),El=B3(),me=new Sl(1),gl=new Al(me.buffer);function Ol(r,e){return me[0]=r,gl[El]=e>>>0,me[0]}V3.exports=Ol});var gr=u((rT,Q3)=>{"use strict";var hl=K3();Q3.exports=hl});var Y3=u((eT,Z3)=>{"use strict";function Tl(r){return r|0}Z3.exports=Tl});var _e=u((iT,b3)=>{"use strict";var Fl=Y3();b3.exports=Fl});var J3=u((tT,$3)=>{"use strict";var k3=n0(),Ll=s0(),yl=y(),v0=h();function wl(r,e){return e===yl?v0:e===v0?0:e>0?k3(e)?r:0:k3(e)?Ll(v0,r):v0}$3.exports=wl});var z3=u((aT,j3)=>{"use strict";var Pl=x(),Hl=H(),Gl=1072693247,f0=1e300,o0=1e-300;function dl(r,e){var i,t;return t=Hl(r),i=t&Pl,i<=Gl?e<0?f0*f0:o0*o0:e>0?f0*f0:o0*o0}j3.exports=dl});var e6=u((sT,r6)=>{"use strict";var Rl=E(),x3=h();function Ml(r,e){return r===-1?(r-r)/(r-r):r===1?1:Rl(r)<1==(e===x3)?0:x3}r6.exports=Ml});var Ie=u((uT,i6)=>{"use strict";var Wl=20;i6.exports=Wl});var a6=u((nT,t6)=>{"use strict";function Cl(r){return r===0?.5999999999999946:.5999999999999946+r*(.4285714285785502+r*(.33333332981837743+r*(.272728123808534+r*(.23066074577556175+r*.20697501780033842))))}t6.exports=Cl});var v6=u((vT,n6)=>{"use strict";var Ul=H(),c0=gr(),s6=Sr(),Dl=z(),Xl=Ie(),Bl=a6(),Vl=1048575,u6=1048576,Kl=1072693248,Ql=536870912,Zl=524288,Yl=9007199254740992,bl=.9617966939259756,kl=.9617967009544373,$l=-7028461650952758e-24,Jl=[1,1.5],jl=[0,.5849624872207642],zl=[0,1350039202129749e-23];function xl(r,e,i){var t,s,a,n,v,o,c,f,l,q,p,_,N,A,I,S,m,G,O,M,W,P;return M=0,i<u6&&(e*=Yl,M-=53,i=Ul(e)),M+=(i>>Xl)-Dl|0,W=i&Vl|0,i=W|Kl|0,W<=235662?P=0:W<767610?P=1:(P=0,M+=1,i-=u6),e=s6(e,i),f=Jl[P],G=e-f,O=1/(e+f),s=G*O,n=c0(s,0),t=(i>>1|Ql)+Zl,t+=P<<18,o=s6(0,t),c=e-(o-f),v=O*(G-n*o-n*c),a=s*s,m=a*a*Bl(a),m+=v*(n+s),a=n*n,o=3+a+m,o=c0(o,0),c=m-(o-3-a),G=n*o,O=v*o+c*s,q=G+O,q=c0(q,0),p=O-(q-G),_=kl*q,N=$l*q+p*bl+zl[P],l=jl[P],S=M,A=_+N+l+S,A=c0(A,0),I=N-(A-S-l-_),r[0]=A,r[1]=I,r}n6.exports=xl});var o6=u((fT,f6)=>{"use strict";function rp(r){return r===0?.5:.5+r*(-.3333333333333333+r*.25)}f6.exports=rp});var l6=u((oT,c6)=>{"use strict";var ep=gr(),ip=o6(),tp=1.4426950408889634,ap=1.4426950216293335,sp=19259629911266175e-24;function up(r,e){var i,t,s,a,n,v;return s=e-1,a=s*s*ip(s),n=ap*s,v=s*sp-a*tp,t=n+v,t=ep(t,0),i=v-(t-n),r[0]=t,r[1]=i,r}c6.exports=up});var q6=u((cT,p6)=>{"use strict";var np=.6931471805599453;p6.exports=np});var Ne=u((lT,m6)=>{"use strict";var vp=1048575;m6.exports=vp});var I6=u((pT,_6)=>{"use strict";function fp(r){return r===0?.16666666666666602:.16666666666666602+r*(-.0027777777777015593+r*(6613756321437934e-20+r*(-16533902205465252e-22+r*41381367970572385e-24)))}_6.exports=fp});var h6=u((qT,O6)=>{"use strict";var op=H(),N6=Sr(),cp=gr(),lp=_e(),pp=u0(),qp=q6(),A6=z(),S6=x(),E6=Ne(),Ur=Ie(),mp=I6(),g6=1048576,_p=1071644672,Ip=.6931471824645996,Np=-1904654299957768e-24;function Ap(r,e,i){var t,s,a,n,v,o,c,f,l,q,p;return q=r&S6|0,p=(q>>Ur)-A6|0,l=0,q>_p&&(l=r+(g6>>p+1)>>>0,p=((l&S6)>>Ur)-A6|0,t=(l&~(E6>>p))>>>0,a=N6(0,t),l=(l&E6|g6)>>Ur-p>>>0,r<0&&(l=-l),e-=a),a=i+e,a=cp(a,0),v=a*Ip,o=(i-(a-e))*qp+a*Np,f=v+o,c=o-(f-v),a=f*f,s=f-a*mp(a),n=f*s/(s-2)-(c+f*c),f=1-(n-f),r=op(f),r=lp(r),r+=l<<Ur>>>0,r>>Ur<=0?f=pp(f,l):f=N6(f,r),f}O6.exports=Ap});var M6=u((mT,R6)=>{"use strict";var T6=g(),F6=n0(),L6=pr(),Sp=qr(),y6=C(),Ep=E(),Ae=a0(),gp=gr(),w6=_e(),Op=y(),hp=h(),Se=x(),Tp=J3(),Fp=z3(),Lp=e6(),yp=v6(),wp=l6(),Pp=h6(),Hp=1072693247,Gp=1105199104,dp=1139802112,P6=1083179008,Rp=1072693248,Mp=1083231232,Wp=3230714880,H6=31,rr=1e300,er=1e-300,Cp=8008566259537294e-32,k=[0,0],G6=[0,0];function d6(r,e){var i,t,s,a,n,v,o,c,f,l,q,p,_,N,A,I;if(T6(r)||T6(e))return NaN;if(Ae.assign(e,k,1,0),v=k[0],o=k[1],o===0){if(e===0)return 1;if(e===1)return r;if(e===-1)return 1/r;if(e===.5)return y6(r);if(e===-.5)return 1/y6(r);if(e===2)return r*r;if(e===3)return r*r*r;if(e===4)return r*=r,r*r;if(L6(e))return Lp(r,e)}if(Ae.assign(r,k,1,0),a=k[0],n=k[1],n===0){if(a===0)return Tp(r,e);if(r===1)return 1;if(r===-1&&F6(e))return-1;if(L6(r))return r===Op?d6(-0,-e):e<0?0:hp}if(r<0&&Sp(e)===!1)return(r-r)/(r-r);if(s=Ep(r),i=a&Se|0,t=v&Se|0,c=a>>>H6|0,f=v>>>H6|0,c&&F6(e)?c=-1:c=1,t>Gp){if(t>dp)return Fp(r,e);if(i<Hp)return f===1?c*rr*rr:c*er*er;if(i>Rp)return f===0?c*rr*rr:c*er*er;_=wp(G6,s)}else _=yp(G6,s,i);if(l=gp(e,0),p=(e-l)*_[0]+e*_[1],q=l*_[0],N=p+q,Ae.assign(N,k,1,0),A=w6(k[0]),I=w6(k[1]),A>=P6){if((A-P6|I)!==0||p+Cp>N-q)return c*rr*rr}else if((A&Se)>=Mp&&((A-Wp|I)!==0||p<=N-q))return c*er*er;return N=Pp(A,q,p),c*N}R6.exports=d6});var L=u((_T,W6)=>{"use strict";var Up=M6();W6.exports=Up});var mr=u((IT,C6)=>{"use strict";var Dp=2.718281828459045;C6.exports=Dp});var X=u((NT,U6)=>{"use strict";var Xp=2220446049250313e-31;U6.exports=Xp});var X6=u((AT,D6)=>{"use strict";function Bp(r){var e,i,t;return r===0?1/0:(r<0?e=-r:e=r,e<=1?(i=709811.662581658+r*(679979.8474157227+r*(293136.7857211597+r*(74887.54032914672+r*(12555.290582413863+r*(1443.4299244417066+r*(115.24194596137347+r*(6.309239205732627+r*(.22668404630224365+r*(.004826466289237662+r*4624429436045379e-20))))))))),t=0+r*(362880+r*(1026576+r*(1172700+r*(723680+r*(269325+r*(63273+r*(9450+r*(870+r*(45+r*1)))))))))):(r=1/r,i=4624429436045379e-20+r*(.004826466289237662+r*(.22668404630224365+r*(6.309239205732627+r*(115.24194596137347+r*(1443.4299244417066+r*(12555.290582413863+r*(74887.54032914672+r*(293136.7857211597+r*(679979.8474157227+r*709811.662581658))))))))),t=1+r*(45+r*(870+r*(9450+r*(63273+r*(269325+r*(723680+r*(1172700+r*(1026576+r*(362880+r*0)))))))))),i/t)}D6.exports=Bp});var K6=u((ST,V6)=>{"use strict";var B6=g(),Vp=b(),Kp=C(),Qp=E(),Zp=F(),Ee=L(),Yp=mr(),ge=X(),Oe=X6(),he=10.900511;function bp(r,e){var i,t,s,a,n,v,o;return B6(r)||B6(e)?NaN:r<0||e<0?NaN:e===1?1/r:r===1?1/e:(o=r+e,o<ge?(n=o/r,n/=e,n):o===r&&e<ge?1/e:o===e&&r<ge?1/r:(r<e&&(v=e,e=r,r=v),t=r+he-.5,s=e+he-.5,a=o+he-.5,n=Oe(r)*(Oe(e)/Oe(o)),i=r-.5-e,Qp(e*i)<a*100&&r>100?n*=Zp(i*Vp(-e/a)):n*=Ee(t/a,i),a>1e10?n*=Ee(t/a*(s/a),e):n*=Ee(t*s/(a*a),e),n*=Kp(Yp/s),n))}V6.exports=bp});var Z6=u((ET,Q6)=>{"use strict";var kp=K6();Q6.exports=kp});var b6=u((gT,Y6)=>{"use strict";var $p=h();function Jp(r){return r===0&&1/r===$p}Y6.exports=Jp});var $6=u((OT,k6)=>{"use strict";var jp=b6();k6.exports=jp});var z6=u((hT,j6)=>{"use strict";var zp=$6(),J6=g(),Te=h();function xp(r,e){return J6(r)||J6(e)?NaN:r===Te||e===Te?Te:r===e&&r===0?zp(r)?r:e:r>e?r:e}j6.exports=xp});var Dr=u((TT,x6)=>{"use strict";var rq=z6();x6.exports=rq});var e4=u((FT,r4)=>{"use strict";var eq=y();function iq(r){return r===0&&1/r===eq}r4.exports=iq});var Fe=u((LT,i4)=>{"use strict";var tq=e4();i4.exports=tq});var s4=u((yT,a4)=>{"use strict";var aq=Fe(),t4=g(),Le=y();function sq(r,e){return t4(r)||t4(e)?NaN:r===Le||e===Le?Le:r===e&&r===0?aq(r)?r:e:r<e?r:e}a4.exports=sq});var Or=u((wT,u4)=>{"use strict";var uq=s4();u4.exports=uq});var l0=u((PT,n4)=>{"use strict";var nq=17976931348623157e292;n4.exports=nq});var ye=u((HT,v4)=>{"use strict";var vq=2147483647;v4.exports=vq});var o4=u((GT,f4)=>{"use strict";var fq=1.5707963267948966;f4.exports=fq});var hr=u((dT,c4)=>{"use strict";var oq=3.141592653589793;c4.exports=oq});var p4=u((RT,l4)=>{"use strict";function cq(r){return r===0?.0416666666666666:.0416666666666666+r*(-.001388888888887411+r*2480158728947673e-20)}l4.exports=cq});var m4=u((MT,q4)=>{"use strict";function lq(r){return r===0?-27557314351390663e-23:-27557314351390663e-23+r*(2087572321298175e-24+r*-11359647557788195e-27)}q4.exports=lq});var I4=u((WT,_4)=>{"use strict";var pq=p4(),qq=m4();function mq(r,e){var i,t,s,a;return a=r*r,s=a*a,t=a*pq(a),t+=s*s*qq(a),i=.5*a,s=1-i,s+(1-s-i+(a*t-r*e))}_4.exports=mq});var we=u((CT,N4)=>{"use strict";var _q=I4();N4.exports=_q});var E4=u((UT,S4)=>{"use strict";var A4=-.16666666666666632,Iq=.00833333333332249,Nq=-.0001984126982985795,Aq=27557313707070068e-22,Sq=-25050760253406863e-24,Eq=158969099521155e-24;function gq(r,e){var i,t,s,a;return a=r*r,s=a*a,i=Iq+a*(Nq+a*Aq)+a*s*(Sq+a*Eq),t=a*r,e===0?r+t*(A4+a*i):r-(a*(.5*e-t*i)-e-t*A4)}S4.exports=gq});var Pe=u((DT,g4)=>{"use strict";var Oq=E4();g4.exports=Oq});var h4=u((XT,O4)=>{"use strict";var hq=lr(),He;hq===!0?He=0:He=1;O4.exports=He});var L4=u((BT,F4)=>{"use strict";var Tq=or(),Fq=cr(),Lq=h4(),T4=new Fq(1),yq=new Tq(T4.buffer);function wq(r){return T4[0]=r,yq[Lq]}F4.exports=wq});var w4=u((VT,y4)=>{"use strict";var Pq=L4();y4.exports=Pq});var H4=u((KT,P4)=>{"use strict";function Hq(r,e){var i,t;for(i=[],t=0;t<e;t++)i.push(r);return i}P4.exports=Hq});var d4=u((QT,G4)=>{"use strict";var Gq=H4();G4.exports=Gq});var M4=u((ZT,R4)=>{"use strict";var dq=d4();function Rq(r){return dq(0,r)}R4.exports=Rq});var C4=u((YT,W4)=>{"use strict";var Mq=M4();W4.exports=Mq});var V4=u((bT,B4)=>{"use strict";var Wq=D(),p0=u0(),_0=C4(),D4=[10680707,7228996,1387004,2578385,16069853,12639074,9804092,4427841,16666979,11263675,12935607,2387514,4345298,14681673,3074569,13734428,16653803,1880361,10960616,8533493,3062596,8710556,7349940,6258241,3772886,3769171,3798172,8675211,12450088,3874808,9961438,366607,15675153,9132554,7151469,3571407,2607881,12013382,4155038,6285869,7677882,13102053,15825725,473591,9065106,15363067,6271263,9264392,5636912,4652155,7056368,13614112,10155062,1944035,9527646,15080200,6658437,6231200,6832269,16767104,5075751,3212806,1398474,7579849,6349435,12618859],Cq=[1.570796251296997,7549789415861596e-23,5390302529957765e-30,3282003415807913e-37,1270655753080676e-44,12293330898111133e-52,27337005381646456e-60,21674168387780482e-67],Ge=16777216,de=5960464477539063e-23,q0=_0(20),U4=_0(20),m0=_0(20),T=_0(20);function X4(r,e,i,t,s,a,n,v,o){var c,f,l,q,p,_,N,A,I;for(q=a,I=t[i],A=i,p=0;A>0;p++)f=de*I|0,T[p]=I-Ge*f|0,I=t[A-1]+f,A-=1;if(I=p0(I,s),I-=8*Wq(I*.125),N=I|0,I-=N,l=0,s>0?(p=T[i-1]>>24-s,N+=p,T[i-1]-=p<<24-s,l=T[i-1]>>23-s):s===0?l=T[i-1]>>23:I>=.5&&(l=2),l>0){for(N+=1,c=0,p=0;p<i;p++)A=T[p],c===0?A!==0&&(c=1,T[p]=16777216-A):T[p]=16777215-A;if(s>0)switch(s){case 1:T[i-1]&=8388607;break;case 2:T[i-1]&=4194303;break}l===2&&(I=1-I,c!==0&&(I-=p0(1,s)))}if(I===0){for(A=0,p=i-1;p>=a;p--)A|=T[p];if(A===0){for(_=1;T[a-_]===0;_++);for(p=i+1;p<=i+_;p++){for(o[v+p]=D4[n+p],f=0,A=0;A<=v;A++)f+=r[A]*o[v+(p-A)];t[p]=f}return i+=_,X4(r,e,i,t,s,a,n,v,o)}for(i-=1,s-=24;T[i]===0;)i-=1,s-=24}else I=p0(I,-s),I>=Ge?(f=de*I|0,T[i]=I-Ge*f|0,i+=1,s+=24,T[i]=f):T[i]=I|0;for(f=p0(1,s),p=i;p>=0;p--)t[p]=f*T[p],f*=de;for(p=i;p>=0;p--){for(f=0,_=0;_<=q&&_<=i-p;_++)f+=Cq[_]*t[p+_];m0[i-p]=f}for(f=0,p=i;p>=0;p--)f+=m0[p];for(l===0?e[0]=f:e[0]=-f,f=m0[0]-f,p=1;p<=i;p++)f+=m0[p];return l===0?e[1]=f:e[1]=-f,N&7}function Uq(r,e,i,t){var s,a,n,v,o,c,f,l,q;for(a=4,v=t-1,n=(i-3)/24|0,n<0&&(n=0),c=i-24*(n+1),l=n-v,q=v+a,f=0;f<=q;f++)l<0?q0[f]=0:q0[f]=D4[l],l+=1;for(f=0;f<=a;f++){for(s=0,l=0;l<=v;l++)s+=r[l]*q0[v+(f-l)];U4[f]=s}return o=a,X4(r,e,o,U4,c,a,n,v,q0)}B4.exports=Uq});var Q4=u((kT,K4)=>{"use strict";var Dq=Math.round;K4.exports=Dq});var Y4=u(($T,Z4)=>{"use strict";var Xq=Q4();Z4.exports=Xq});var J4=u((JT,$4)=>{"use strict";var Bq=Y4(),b4=H(),Vq=.6366197723675814,Kq=1.5707963267341256,Qq=6077100506506192e-26,Zq=6077100506303966e-26,Yq=20222662487959506e-37,bq=20222662487111665e-37,kq=84784276603689e-45,k4=2047;function $q(r,e,i){var t,s,a,n,v,o,c;return s=Bq(r*Vq),n=r-s*Kq,v=s*Qq,c=e>>20|0,i[0]=n-v,t=b4(i[0]),o=c-(t>>20&k4),o>16&&(a=n,v=s*Zq,n=a-v,v=s*Yq-(a-n-v),i[0]=n-v,t=b4(i[0]),o=c-(t>>20&k4),o>49&&(a=n,v=s*bq,n=a-v,v=s*kq-(a-n-v),i[0]=n-v)),i[1]=n-i[0]-v,s}$4.exports=$q});var z4=u((jT,j4)=>{"use strict";var Jq=x(),jq=Cr(),zq=Ne(),xq=H(),rm=w4(),em=Mr(),im=V4(),I0=J4(),tm=0,am=16777216,ir=1.5707963267341256,_r=6077100506506192e-26,N0=2*_r,A0=3*_r,S0=4*_r,sm=598523,um=1072243195,nm=1073928572,vm=1074752122,fm=1074977148,om=1075183036,cm=1075388923,lm=1075594811,pm=1094263291,Xr=[0,0,0],Br=[0,0];function qm(r,e){var i,t,s,a,n,v,o,c;if(s=xq(r)|0,a=s&Jq|0,a<=um)return e[0]=r,e[1]=0,0;if(a<=vm)return(a&zq)===sm?I0(r,a,e):a<=nm?s>0?(c=r-ir,e[0]=c-_r,e[1]=c-e[0]-_r,1):(c=r+ir,e[0]=c+_r,e[1]=c-e[0]+_r,-1):s>0?(c=r-2*ir,e[0]=c-N0,e[1]=c-e[0]-N0,2):(c=r+2*ir,e[0]=c+N0,e[1]=c-e[0]+N0,-2);if(a<=lm)return a<=om?a===fm?I0(r,a,e):s>0?(c=r-3*ir,e[0]=c-A0,e[1]=c-e[0]-A0,3):(c=r+3*ir,e[0]=c+A0,e[1]=c-e[0]+A0,-3):a===cm?I0(r,a,e):s>0?(c=r-4*ir,e[0]=c-S0,e[1]=c-e[0]-S0,4):(c=r+4*ir,e[0]=c+S0,e[1]=c-e[0]+S0,-4);if(a<pm)return I0(r,a,e);if(a>=jq)return e[0]=NaN,e[1]=NaN,0;for(i=rm(r),t=(a>>20)-1046,c=em(a-(t<<20|0),i),v=0;v<2;v++)Xr[v]=c|0,c=(c-Xr[v])*am;for(Xr[2]=c,n=3;Xr[n-1]===tm;)n-=1;return o=im(Xr,Br,t,n,1),s<0?(e[0]=-Br[0],e[1]=-Br[1],-o):(e[0]=Br[0],e[1]=Br[1],o)}j4.exports=qm});var Re=u((zT,x4)=>{"use strict";var mm=z4();x4.exports=mm});var is=u((xT,es)=>{"use strict";var _m=x(),Im=Cr(),Nm=H(),rs=we(),Me=Pe(),Am=Re(),Sm=1072243195,Em=1045430272,$=[0,0];function gm(r){var e,i;if(e=Nm(r),e&=_m,e<=Sm)return e<Em?r:Me(r,0);if(e>=Im)return NaN;switch(i=Am(r,$),i&3){case 0:return Me($[0],$[1]);case 1:return rs($[0],$[1]);case 2:return-Me($[0],$[1]);default:return-rs($[0],$[1])}}es.exports=gm});var We=u((rF,ts)=>{"use strict";var Om=is();ts.exports=Om});var Ce=u((eF,as)=>{"use strict";var hm=2.5066282746310007;as.exports=hm});var us=u((iF,ss)=>{"use strict";function Tm(r){return r===0?.08333333333334822:.08333333333334822+r*(.0034722222160545866+r*(-.0026813261780578124+r*(-.00022954996161337813+r*.0007873113957930937)))}ss.exports=Tm});var fs=u((tF,vs)=>{"use strict";var Fm=Ce(),ns=L(),Lm=F(),ym=us(),wm=143.01608;function Pm(r){var e,i,t;return e=1/r,e=1+e*ym(e),i=Lm(r),r>wm?(t=ns(r,.5*r-.25),i=t*(t/i)):i=ns(r,r-.5)/i,Fm*i*e}vs.exports=Pm});var cs=u((aF,os)=>{"use strict";var Hm=.5772156649015329;os.exports=Hm});var ps=u((sF,ls)=>{"use strict";var Gm=cs();function dm(r,e){return e/((1+Gm*r)*r)}ls.exports=dm});var ms=u((uF,qs)=>{"use strict";function Rm(r){var e,i,t;return r===0?1:(r<0?e=-r:e=r,e<=1?(i=1+r*(.4942148268014971+r*(.20744822764843598+r*(.04763678004571372+r*(.010421379756176158+r*(.0011913514700658638+r*(.00016011952247675185+r*0)))))),t=1+r*(.0714304917030273+r*(-.23459179571824335+r*(.035823639860549865+r*(.011813978522206043+r*(-.004456419138517973+r*(.0005396055804933034+r*-23158187332412014e-21))))))):(r=1/r,i=0+r*(.00016011952247675185+r*(.0011913514700658638+r*(.010421379756176158+r*(.04763678004571372+r*(.20744822764843598+r*(.4942148268014971+r*1)))))),t=-23158187332412014e-21+r*(.0005396055804933034+r*(-.004456419138517973+r*(.011813978522206043+r*(.035823639860549865+r*(-.23459179571824335+r*(.0714304917030273+r*1))))))),i/t)}qs.exports=Rm});var Os=u((nF,gs)=>{"use strict";var Mm=g(),Wm=qr(),Cm=Fe(),_s=E(),Um=D(),Dm=We(),Is=h(),Ns=y(),As=hr(),Ss=fs(),Es=ps(),Xm=ms();function Bm(r){var e,i,t,s;if(Wm(r)&&r<0||r===Ns||Mm(r))return NaN;if(r===0)return Cm(r)?Ns:Is;if(r>171.61447887182297)return Is;if(r<-170.5674972726612)return 0;if(i=_s(r),i>33)return r>=0?Ss(r):(t=Um(i),(t&1)===0?e=-1:e=1,s=i-t,s>.5&&(t+=1,s=i-t),s=i*Dm(As*s),e*As/(_s(s)*Ss(i)));for(s=1;r>=3;)r-=1,s*=r;for(;r<0;){if(r>-1e-9)return Es(r,s);s/=r,r+=1}for(;r<2;){if(r<1e-9)return Es(r,s);s/=r,r+=1}return r===2?s:(r-=2,s*Xm(r))}gs.exports=Bm});var tr=u((vF,hs)=>{"use strict";var Vm=Os();hs.exports=Vm});var Vr=u((fF,Ts)=>{"use strict";var Km=170;Ts.exports=Km});var Fs=u((oF,Qm)=>{Qm.exports=[1,1,2,6,24,120,720,5040,40320,362880,3628800,39916800,479001600,6227020800,87178291200,1307674368e3,20922789888e3,355687428096e3,6402373705728e3,121645100408832e3,243290200817664e4,5109094217170944e4,11240007277776077e5,2585201673888498e7,6204484017332394e8,15511210043330986e9,40329146112660565e10,10888869450418352e12,30488834461171387e13,8841761993739702e15,26525285981219107e16,8222838654177922e18,2631308369336935e20,8683317618811886e21,29523279903960416e22,10333147966386145e24,37199332678990125e25,13763753091226346e27,5230226174666011e29,20397882081197444e30,8159152832478977e32,3345252661316381e34,140500611775288e37,6041526306337383e37,2658271574788449e39,11962222086548019e40,5502622159812089e42,25862324151116818e43,12413915592536073e45,6082818640342675e47,30414093201713376e48,15511187532873822e50,8065817517094388e52,42748832840600255e53,2308436973392414e56,12696403353658276e57,7109985878048635e59,40526919504877214e60,23505613312828785e62,13868311854568984e64,832098711274139e67,5075802138772248e68,3146997326038794e70,198260831540444e73,12688693218588417e73,8247650592082472e75,5443449390774431e77,3647111091818868e79,24800355424368305e80,1711224524281413e83,11978571669969892e84,8504785885678623e86,61234458376886085e87,44701154615126844e89,3307885441519386e92,248091408113954e95,18854947016660504e95,14518309202828587e97,11324281178206297e99,8946182130782976e101,7156945704626381e103,5797126020747368e105,4753643337012842e107,3945523969720659e109,3314240134565353e111,281710411438055e114,24227095383672734e114,2107757298379528e117,18548264225739844e118,1650795516090846e121,14857159644817615e122,1352001527678403e125,12438414054641308e126,11567725070816416e128,1087366156656743e131,1032997848823906e133,9916779348709496e134,9619275968248212e136,9426890448883248e138,9332621544394415e140,9332621544394415e142,942594775983836e145,9614466715035127e146,990290071648618e149,10299016745145628e150,1081396758240291e153,11462805637347084e154,1226520203196138e157,1324641819451829e159,14438595832024937e160,1588245541522743e163,17629525510902446e164,1974506857221074e167,22311927486598138e168,25435597334721877e170,2925093693493016e173,3393108684451898e175,3969937160808721e177,4684525849754291e179,5574585761207606e181,6689502913449127e183,8094298525273444e185,9875044200833601e187,1214630436702533e190,1506141741511141e192,1882677176888926e194,2372173242880047e196,30126600184576594e197,3856204823625804e200,4974504222477287e202,6466855489220474e204,847158069087882e207,11182486511960043e208,14872707060906857e210,19929427461615188e212,26904727073180504e214,3659042881952549e217,5012888748274992e219,6917786472619489e221,9615723196941089e223,13462012475717526e225,1898143759076171e228,2695364137888163e230,3854370717180073e232,55502938327393044e233,8047926057471992e236,11749972043909107e238,1727245890454639e241,25563239178728654e242,380892263763057e246,5713383956445855e247,862720977423324e250,13113358856834524e251,20063439050956823e253,30897696138473508e255,4789142901463394e258,7471062926282894e260,11729568794264145e262,1853271869493735e265,29467022724950384e266,47147236359920616e268,7590705053947219e271,12296942187394494e273,20044015765453026e275,3287218585534296e278,5423910666131589e280,9003691705778438e282,1503616514864999e285,25260757449731984e286,4269068009004705e289,7257415615307999e291]});var ys=u((cF,Ls)=>{"use strict";var Zm=g(),Ym=qr(),bm=tr(),km=h(),$m=Vr(),Jm=Fs();function jm(r){return Zm(r)?NaN:Ym(r)?r<0?NaN:r<=$m?Jm[r]:km:bm(r+1)}Ls.exports=jm});var Ue=u((lF,ws)=>{"use strict";var zm=ys();ws.exports=zm});var Hs=u((pF,Ps)=>{"use strict";function xm(r){var e,i,t;return r===0?1/0:(r<0?e=-r:e=r,e<=1?(i=3847467039331777e-5+r*(3685766504351951e-5+r*(1588920245372942e-5+r*(4059208354298835e-6+r*(6805476611834733e-7+r*(7823975500312005e-8+r*(6246580776401795e-9+r*(341986.3488721347+r*(12287.194511824551+r*(261.61404416416684+r*2.5066282746310007))))))))),t=0+r*(362880+r*(1026576+r*(1172700+r*(723680+r*(269325+r*(63273+r*(9450+r*(870+r*(45+r*1)))))))))):(r=1/r,i=2.5066282746310007+r*(261.61404416416684+r*(12287.194511824551+r*(341986.3488721347+r*(6246580776401795e-9+r*(7823975500312005e-8+r*(6805476611834733e-7+r*(4059208354298835e-6+r*(1588920245372942e-5+r*(3685766504351951e-5+r*3847467039331777e-5))))))))),t=1+r*(45+r*(870+r*(9450+r*(63273+r*(269325+r*(723680+r*(1172700+r*(1026576+r*(362880+r*0)))))))))),i/t)}Ps.exports=xm});var ds=u((qF,Gs)=>{"use strict";var r_=Hs();Gs.exports=r_});var Ms=u((mF,Rs)=>{"use strict";var e_=ds();Rs.exports=e_});var Tr=u((_F,Ws)=>{"use strict";var i_=10.900511;Ws.exports=i_});var Zs=u((IF,Qs)=>{"use strict";var Cs=Ms(),t_=tr(),a_=b(),Us=E(),Ds=F(),Xs=L(),Bs=X(),s_=mr(),u_=Tr(),Vs=Vr(),n_=4269068009004705e289;function Ks(r,e){var i,t,s;return r<Bs?e>=Vs?(t=Ks(e,Vs-e),t*=r,t*=n_,1/t):1/(r*t_(r+e)):(s=r+u_-.5,r+e===r?Us(e/s)<Bs?i=Ds(-e):i=1:(Us(e)<10?i=Ds((.5-r)*a_(e/s)):i=Xs(s/(s+e),r-.5),i*=Cs(r)/Cs(r+e)),i*=Xs(s_/(s+e),e),i)}Qs.exports=Ks});var js=u((NF,Js)=>{"use strict";var v_=E(),Ys=D(),bs=tr(),ks=Ue(),$s=Vr(),f_=Zs();function o_(r,e){var i,t,s;if(r<=0||r+e<=0)return bs(r)/bs(r+e);if(t=Ys(e),t===e){if(s=Ys(r),s===r&&r<=$s&&r+e<=$s)return ks(s-1)/ks(t+s-1);if(v_(e)<20){if(e===0)return 1;if(e<0){for(r-=1,i=r,e+=1;e!==0;)r-=1,i*=r,e+=1;return i}for(i=1/r,e-=1;e!==0;)r+=1,i/=r,e-=1;return i}}return f_(r,e)}Js.exports=o_});var xs=u((AF,zs)=>{"use strict";var c_=js();zs.exports=c_});var e5=u((SF,r5)=>{"use strict";function l_(r){return r===0?.3999999999940942:.3999999999940942+r*(.22222198432149784+r*.15313837699209373)}r5.exports=l_});var t5=u((EF,i5)=>{"use strict";function p_(r){return r===0?.6666666666666735:.6666666666666735+r*(.2857142874366239+r*(.1818357216161805+r*.14798198605116586))}i5.exports=p_});var n5=u((gF,u5)=>{"use strict";var a5=H(),q_=Sr(),m_=g(),__=z(),I_=y(),N_=e5(),A_=t5(),E0=.6931471803691238,g0=19082149292705877e-26,S_=0x40000000000000,E_=.3333333333333333,s5=1048575,g_=2146435072,O_=1048576,h_=1072693248;function T_(r){var e,i,t,s,a,n,v,o,c,f,l,q;return r===0?I_:m_(r)||r<0?NaN:(i=a5(r),a=0,i<O_&&(a-=54,r*=S_,i=a5(r)),i>=g_?r+r:(a+=(i>>20)-__|0,i&=s5,o=i+614244&1048576|0,r=q_(r,i|o^h_),a+=o>>20|0,v=r-1,(s5&2+i)<3?v===0?a===0?0:a*E0+a*g0:(n=v*v*(.5-E_*v),a===0?v-n:a*E0-(n-a*g0-v)):(f=v/(2+v),q=f*f,o=i-398458|0,l=q*q,c=440401-i|0,s=l*N_(l),t=q*A_(l),o|=c,n=t+s,o>0?(e=.5*v*v,a===0?v-(e-f*(e+n)):a*E0-(e-(f*(e+n)+a*g0)-v)):a===0?v-f*(v-n):a*E0-(f*(v-n)-a*g0-v))))}u5.exports=T_});var w=u((OF,v5)=>{"use strict";var F_=n5();v5.exports=F_});var c5=u((hF,o5)=>{"use strict";var L_=H(),De=we(),f5=Pe(),y_=Re(),w_=x(),P_=Cr(),J=[0,0],H_=1072243195,G_=1044381696;function d_(r){var e,i;if(e=L_(r),e&=w_,e<=H_)return e<G_?1:De(r,0);if(e>=P_)return NaN;switch(i=y_(r,J),i&3){case 0:return De(J[0],J[1]);case 1:return-f5(J[0],J[1]);case 2:return-De(J[0],J[1]);default:return f5(J[0],J[1])}}o5.exports=d_});var p5=u((TF,l5)=>{"use strict";var R_=c5();l5.exports=R_});var _5=u((FF,m5)=>{"use strict";var M_=g(),W_=pr(),q5=p5(),Xe=We(),C_=E(),Kr=s0(),Qr=hr();function U_(r){var e,i;return M_(r)?NaN:W_(r)?NaN:(i=r%2,e=C_(i),e===0||e===1?Kr(0,i):e<.25?Xe(Qr*i):e<.75?(e=.5-e,Kr(q5(Qr*e),i)):e<1.25?(i=Kr(1,i)-i,Xe(Qr*i)):e<1.75?(e-=1.5,-Kr(q5(Qr*e),i)):(i-=Kr(2,i),Xe(Qr*i)))}m5.exports=U_});var N5=u((LF,I5)=>{"use strict";var D_=_5();I5.exports=D_});var S5=u((yF,A5)=>{"use strict";function X_(r){return r===0?.06735230105312927:.06735230105312927+r*(.007385550860814029+r*(.0011927076318336207+r*(.00022086279071390839+r*25214456545125733e-21)))}A5.exports=X_});var g5=u((wF,E5)=>{"use strict";function B_(r){return r===0?.020580808432516733:.020580808432516733+r*(.0028905138367341563+r*(.0005100697921535113+r*(.00010801156724758394+r*44864094961891516e-21)))}E5.exports=B_});var h5=u((PF,O5)=>{"use strict";function V_(r){return r===0?1.3920053346762105:1.3920053346762105+r*(.7219355475671381+r*(.17193386563280308+r*(.01864591917156529+r*(.0007779424963818936+r*7326684307446256e-21))))}O5.exports=V_});var F5=u((HF,T5)=>{"use strict";function K_(r){return r===0?.21498241596060885:.21498241596060885+r*(.325778796408931+r*(.14635047265246445+r*(.02664227030336386+r*(.0018402845140733772+r*3194753265841009e-20))))}T5.exports=K_});var y5=u((GF,L5)=>{"use strict";function Q_(r){return r===0?-.032788541075985965:-.032788541075985965+r*(.006100538702462913+r*(-.0014034646998923284+r*.00031563207090362595))}L5.exports=Q_});var P5=u((dF,w5)=>{"use strict";function Z_(r){return r===0?.01797067508118204:.01797067508118204+r*(-.0036845201678113826+r*(.000881081882437654+r*-.00031275416837512086))}w5.exports=Z_});var G5=u((RF,H5)=>{"use strict";function Y_(r){return r===0?-.010314224129834144:-.010314224129834144+r*(.0022596478090061247+r*(-.0005385953053567405+r*.0003355291926355191))}H5.exports=Y_});var R5=u((MF,d5)=>{"use strict";function b_(r){return r===0?.6328270640250934:.6328270640250934+r*(1.4549225013723477+r*(.9777175279633727+r*(.22896372806469245+r*.013381091853678766)))}d5.exports=b_});var W5=u((WF,M5)=>{"use strict";function k_(r){return r===0?2.4559779371304113:2.4559779371304113+r*(2.128489763798934+r*(.7692851504566728+r*(.10422264559336913+r*.003217092422824239)))}M5.exports=k_});var U5=u((CF,C5)=>{"use strict";function $_(r){return r===0?.08333333333333297:.08333333333333297+r*(-.0027777777772877554+r*(.0007936505586430196+r*(-.00059518755745034+r*(.0008363399189962821+r*-.0016309293409657527))))}C5.exports=$_});var B5=u((UF,X5)=>{"use strict";var J_=g(),j_=pr(),z_=E(),Fr=w(),x_=t0(),rI=N5(),eI=hr(),Be=h(),iI=S5(),tI=g5(),aI=h5(),sI=F5(),uI=y5(),nI=P5(),vI=G5(),fI=R5(),oI=W5(),cI=U5(),lI=.07721566490153287,pI=.3224670334241136,qI=1,mI=-.07721566490153287,_I=.48383612272381005,II=-.1475877229945939,NI=.06462494023913339,AI=-.07721566490153287,SI=1,EI=.4189385332046727,O0=1.4616321449683622,gI=4503599627370496,OI=72057594037927940,hI=13877787807814457e-33,D5=1.4616321449683622,TI=-.12148629053584961,FI=-3638676997039505e-33;function LI(r){var e,i,t,s,a,n,v,o,c,f,l,q,p;if(J_(r)||j_(r))return r;if(r===0)return Be;if(r<0?(e=!0,r=-r):e=!1,r<hI)return-Fr(r);if(e){if(r>=gI||(c=rI(r),c===0))return Be;i=Fr(eI/z_(c*r))}if(r===1||r===2)return 0;if(r<2)switch(r<=.9?(p=-Fr(r),r>=O0-1+.27?(l=1-r,t=0):r>=O0-1-.27?(l=r-(D5-1),t=1):(l=r,t=2)):(p=0,r>=O0+.27?(l=2-r,t=0):r>=O0-.27?(l=r-D5,t=1):(l=r-1,t=2)),t){case 0:q=l*l,n=lI+q*iI(q),a=q*(pI+q*tI(q)),v=l*n+a,p+=v-.5*l;break;case 1:q=l*l,f=q*l,n=_I+f*uI(f),a=II+f*nI(f),s=NI+f*vI(f),v=q*n-(FI-f*(a+l*s)),p+=TI+v;break;case 2:n=l*(AI+l*fI(l)),a=SI+l*oI(l),p+=-.5*l+n/a;break}else if(r<8)switch(t=x_(r),l=r-t,v=l*(mI+l*sI(l)),o=qI+l*aI(l),p=.5*l+v/o,q=1,t){case 7:q*=l+6;case 6:q*=l+5;case 5:q*=l+4;case 4:q*=l+3;case 3:q*=l+2,p+=Fr(q)}else r<OI?(c=Fr(r),q=1/r,l=q*q,f=EI+q*cI(l),p=(r-.5)*(c-1)+f):p=r*(Fr(r)-1);return e&&(p=i-p),p}X5.exports=LI});var h0=u((DF,V5)=>{"use strict";var yI=B5();V5.exports=yI});var j=u((XF,K5)=>{"use strict";var wI=709.782712893384;K5.exports=wI});var Z5=u((BF,Q5)=>{"use strict";var PI=14901161193847656e-24;Q5.exports=PI});var b5=u((VF,Y5)=>{"use strict";var HI=eval;Y5.exports=HI});var $5=u((KF,k5)=>{"use strict";var GI=b5();function dI(){var r;try{GI('"use strict"; (function* () {})'),r=!0}catch{r=!1}return r}k5.exports=dI});var Ve=u((QF,J5)=>{"use strict";var RI=$5();J5.exports=RI});var z5=u((ZF,j5)=>{"use strict";var T0=E(),MI=X(),WI=1e6;function CI(r,e){var i,t,s,a,n,v;if(v={},arguments.length>1&&(v=e),t=v.tolerance||MI,a=v.maxTerms||WI,n=v.initialValue||0,i=typeof r.next=="function",i===!0){for(s of r)if(n+=s,T0(t*n)>=T0(s)||--a===0)break}else do s=r(),n+=s;while(T0(t*n)<T0(s)&&--a);return n}j5.exports=CI});var eu=u((YF,ru)=>{"use strict";var x5=E(),UI=X(),DI=1e6;function XI(r,e){var i,t,s,a,n;n={},arguments.length>1&&(n=e),i=n.tolerance||UI,s=n.maxTerms||DI,a=n.initialValue||0;do t=r(),a+=t;while(x5(i*a)<x5(t)&&--s);return a}ru.exports=XI});var Lr=u((bF,iu)=>{"use strict";var BI=Ve(),VI=z5(),KI=eu(),Ke;BI()?Ke=VI:Ke=KI;iu.exports=Ke});var au=u((kF,tu)=>{"use strict";function QI(r,e){var i=1,t=r,s=e;return a;function a(){var n=i;return i*=t/s,t-=1,n}}tu.exports=QI});var uu=u(($F,su)=>{"use strict";var ZI=Lr(),YI=au();function bI(r,e){var i,t;return t=YI(r,e),i=ZI(t),i}su.exports=bI});var vu=u((JF,nu)=>{"use strict";var kI=F();function $I(r,e){var i,t,s,a;if(s=kI(-e),t=s,t!==0)for(i=t,a=1;a<r;++a)i/=a,i*=e,t+=i;return t}nu.exports=$I});var ou=u((jF,fu)=>{"use strict";function JI(r){return r===0?-.3250421072470015:-.3250421072470015+r*(-.02848174957559851+r*(-.005770270296489442+r*-23763016656650163e-21))}fu.exports=JI});var lu=u((zF,cu)=>{"use strict";function jI(r){return r===0?.39791722395915535:.39791722395915535+r*(.0650222499887673+r*(.005081306281875766+r*(.00013249473800432164+r*-3960228278775368e-21)))}cu.exports=jI});var qu=u((xF,pu)=>{"use strict";function zI(r){return r===0?.41485611868374833:.41485611868374833+r*(-.3722078760357013+r*(.31834661990116175+r*(-.11089469428239668+r*(.035478304325618236+r*-.002166375594868791))))}pu.exports=zI});var _u=u((rL,mu)=>{"use strict";function xI(r){return r===0?.10642088040084423:.10642088040084423+r*(.540397917702171+r*(.07182865441419627+r*(.12617121980876164+r*(.01363708391202905+r*.011984499846799107))))}mu.exports=xI});var Nu=u((eL,Iu)=>{"use strict";function rN(r){return r===0?-.6938585727071818:-.6938585727071818+r*(-10.558626225323291+r*(-62.375332450326006+r*(-162.39666946257347+r*(-184.60509290671104+r*(-81.2874355063066+r*-9.814329344169145)))))}Iu.exports=rN});var Su=u((iL,Au)=>{"use strict";function eN(r){return r===0?19.651271667439257:19.651271667439257+r*(137.65775414351904+r*(434.56587747522923+r*(645.3872717332679+r*(429.00814002756783+r*(108.63500554177944+r*(6.570249770319282+r*-.0604244152148581))))))}Au.exports=eN});var gu=u((tL,Eu)=>{"use strict";function iN(r){return r===0?-.799283237680523:-.799283237680523+r*(-17.757954917754752+r*(-160.63638485582192+r*(-637.5664433683896+r*(-1025.0951316110772+r*-483.5191916086514))))}Eu.exports=iN});var hu=u((aL,Ou)=>{"use strict";function tN(r){return r===0?30.33806074348246:30.33806074348246+r*(325.7925129965739+r*(1536.729586084437+r*(3199.8582195085955+r*(2553.0504064331644+r*(474.52854120695537+r*-22.44095244658582)))))}Ou.exports=tN});var yu=u((sL,Lu)=>{"use strict";var aN=g(),Tu=F(),sN=gr(),uN=h(),nN=y(),vN=ou(),fN=lu(),oN=qu(),cN=_u(),lN=Nu(),pN=Su(),qN=gu(),mN=hu(),F0=1e-300,_N=13877787807814457e-33,Fu=.8450629115104675,IN=.12837916709551256,NN=1,AN=-.0023621185607526594,SN=1,EN=-.009864944034847148,gN=1,ON=-.0098649429247001,hN=1;function TN(r){var e,i,t,s,a,n,v,o;if(aN(r))return NaN;if(r===uN)return 0;if(r===nN)return 2;if(r===0)return 1;if(r<0?(e=!0,i=-r):(e=!1,i=r),i<.84375)return i<_N?1-r:(t=r*r,s=IN+t*vN(t),a=NN+t*fN(t),n=s/a,r<.25?1-(r+r*n):(s=r*n,s+=r-.5,.5-s));if(i<1.25)return a=i-1,v=AN+a*oN(a),o=SN+a*cN(a),e?1+Fu+v/o:1-Fu-v/o;if(i<28){if(a=1/(i*i),i<2.857142857142857)s=EN+a*lN(a),a=gN+a*pN(a);else{if(r<-6)return 2-F0;s=ON+a*qN(a),a=hN+a*mN(a)}return t=sN(i,0),s=Tu(-(t*t)-.5625)*Tu((t-i)*(t+i)+s/a),e?2-s/i:s/i}return e?2-F0:F0*F0}Lu.exports=TN});var Qe=u((uL,wu)=>{"use strict";var FN=yu();wu.exports=FN});var Gu=u((nL,Hu)=>{"use strict";var LN=Qe(),Pu=C(),yN=F(),wN=hr();function PN(r,e){var i,t,s,a,n;if(a=LN(Pu(e)),a!==0&&r>1){for(t=yN(-e)/Pu(wN*e),t*=e,i=.5,t/=i,s=t,n=2;n<r;++n)t/=n-i,t*=e,s+=t;a+=s}return a}Hu.exports=PN});var Ir=u((vL,du)=>{"use strict";var HN=-708.3964185322641;du.exports=HN});var Cu=u((fL,Wu)=>{"use strict";var yr=F(),L0=L(),GN=w(),Ru=j(),Mu=Ir();function dN(r,e){var i,t;return t=r*GN(e),e>=1?t<Ru&&-e>Mu?i=L0(e,r)*yr(-e):r>=1?i=L0(e/yr(e/r),r):i=yr(t-e):t>Mu?i=L0(e,r)*yr(-e):e/r<Ru?i=L0(e/yr(e/r),r):i=yr(t-e),i}Wu.exports=dN});var Ze=u((oL,Uu)=>{"use strict";function RN(r,e){var i,t;if(t=r.length,t<2||e===0)return t===0?0:r[0];for(t-=1,i=r[t]*e+r[t-1],t-=2;t>=0;)i=i*e+r[t],t-=1;return i}Uu.exports=RN});var Xu=u((cL,Du)=>{"use strict";var MN=Function;Du.exports=MN});var Vu=u((lL,Bu)=>{"use strict";var WN=Xu();Bu.exports=WN});var Qu=u((pL,Ku)=>{"use strict";var CN=Vu(),UN=Ze();function DN(r){var e,i,t,s;if(r.length>500)return a;if(e="return function evalpoly(x){",i=r.length,i===0)e+="return 0.0;";else if(i===1)e+="return "+r[0]+";";else{for(e+="if(x===0.0){return "+r[0]+";}",e+="return "+r[0],t=i-1,s=1;s<i;s++)e+="+x*",s<t&&(e+="("),e+=r[s];for(s=0;s<t-1;s++)e+=")";e+=";"}return e+="}",e+="//# sourceURL=evalpoly.factory.js",new CN(e)();function a(n){return UN(r,n)}}Ku.exports=DN});var bu=u((qL,Yu)=>{"use strict";var XN=Gr(),Zu=Ze(),BN=Qu();XN(Zu,"factory",BN);Yu.exports=Zu});var $u=u((mL,ku)=>{"use strict";function VN(r){var e=-r,i=-1,t=0;return s;function s(){return i*=e,t+=1,i/t}}ku.exports=VN});var ju=u((_L,Ju)=>{"use strict";var KN=E(),QN=w(),ZN=X(),YN=Lr(),bN=$u();function kN(r){var e,i;return r<=-1?NaN:(i=KN(r),i>.95?QN(1+r)-r:i<ZN?-r*r/2:(e={initialValue:-r},YN(bN(r),e)))}Ju.exports=kN});var Ye=u((IL,zu)=>{"use strict";var $N=ju();zu.exports=$N});var r7=u((NL,xu)=>{"use strict";var JN=6.283185307179586;xu.exports=JN});var i7=u((AL,e7)=>{"use strict";function jN(r){return r===0?-.3333333333333333:-.3333333333333333+r*(.08333333333333333+r*(-.014814814814814815+r*(.0011574074074074073+r*(.0003527336860670194+r*(-.0001787551440329218+r*(3919263178522438e-20+r*(-21854485106799924e-22+r*(-185406221071516e-20+r*(8296711340953087e-22+r*(-17665952736826078e-23+r*(6707853543401498e-24+r*(10261809784240309e-24+r*(-4382036018453353e-24+r*914769958223679e-24)))))))))))))}e7.exports=jN});var a7=u((SL,t7)=>{"use strict";function zN(r){return r===0?-.001851851851851852:-.001851851851851852+r*(-.003472222222222222+r*(.0026455026455026454+r*(-.0009902263374485596+r*(.00020576131687242798+r*(-4018775720164609e-22+r*(-18098550334489977e-21+r*(764916091608111e-20+r*(-16120900894563446e-22+r*(4647127802807434e-24+r*(1378633446915721e-22+r*(-5752545603517705e-23+r*11951628599778148e-24)))))))))))}t7.exports=zN});var u7=u((EL,s7)=>{"use strict";function xN(r){return r===0?.004133597883597883:.004133597883597883+r*(-.0026813271604938273+r*(.0007716049382716049+r*(20093878600823047e-22+r*(-.00010736653226365161+r*(52923448829120125e-21+r*(-12760635188618728e-21+r*(3423578734096138e-23+r*(13721957309062932e-22+r*(-6298992138380055e-22+r*14280614206064242e-23)))))))))}s7.exports=xN});var v7=u((gL,n7)=>{"use strict";function rA(r){return r===0?.0006494341563786008:.0006494341563786008+r*(.00022947209362139917+r*(-.0004691894943952557+r*(.00026772063206283885+r*(-7561801671883977e-20+r*(-2396505113867297e-22+r*(11082654115347302e-21+r*(-56749528269915965e-22+r*14230900732435883e-22)))))))}n7.exports=rA});var o7=u((OL,f7)=>{"use strict";function eA(r){return r===0?-.0008618882909167117:-.0008618882909167117+r*(.0007840392217200666+r*(-.0002990724803031902+r*(-14638452578843418e-22+r*(6641498215465122e-20+r*(-3968365047179435e-20+r*11375726970678419e-21)))))}f7.exports=eA});var l7=u((hL,c7)=>{"use strict";function iA(r){return r===0?-.00033679855336635813:-.00033679855336635813+r*(-6972813758365858e-20+r*(.0002772753244959392+r*(-.00019932570516188847+r*(6797780477937208e-20+r*(1419062920643967e-22+r*(-13594048189768693e-21+r*(8018470256334202e-21+r*-2291481176508095e-21)))))))}c7.exports=iA});var q7=u((TL,p7)=>{"use strict";function tA(r){return r===0?.0005313079364639922:.0005313079364639922+r*(-.0005921664373536939+r*(.0002708782096718045+r*(7902353232660328e-22+r*(-8153969367561969e-20+r*(561168275310625e-19+r*-18329116582843375e-21)))))}p7.exports=tA});var _7=u((FL,m7)=>{"use strict";function aA(r){return r===0?.00034436760689237765:.00034436760689237765+r*(5171790908260592e-20+r*(-.00033493161081142234+r*(.0002812695154763237+r*-.00010976582244684731)))}m7.exports=aA});var N7=u((LL,I7)=>{"use strict";function sA(r){return r===0?-.0006526239185953094:-.0006526239185953094+r*(.0008394987206720873+r*-.000438297098541721)}I7.exports=sA});var S7=u((yL,A7)=>{"use strict";var uA=bu(),nA=Ye(),vA=Qe(),be=C(),fA=F(),oA=r7(),cA=i7(),lA=a7(),pA=u7(),qA=v7(),mA=o7(),_A=l7(),IA=q7(),NA=_7(),AA=N7(),U=[0,0,0,0,0,0,0,0,0,0];function SA(r,e){var i,t,s,a,n;return t=(e-r)/r,s=-nA(t),a=r*s,n=be(2*s),e<r&&(n=-n),U[0]=cA(n),U[1]=lA(n),U[2]=pA(n),U[3]=qA(n),U[4]=mA(n),U[5]=_A(n),U[6]=IA(n),U[7]=NA(n),U[8]=AA(n),U[9]=-.0005967612901927463,i=uA(U,1/r),i*=fA(-a)/be(oA*r),e<r&&(i=-i),i+=vA(be(a))/2,i}A7.exports=SA});var g7=u((wL,E7)=>{"use strict";function EA(r,e){var i=1,t=r,s=e;return a;function a(){var n=i;return t+=1,i*=s/t,n}}E7.exports=EA});var ke=u((PL,O7)=>{"use strict";var gA=Lr(),OA=g7();function hA(r,e,i){var t,s;return i=i||0,s=OA(r,e),t=gA(s,{initialValue:i}),t}O7.exports=hA});var T7=u((HL,h7)=>{"use strict";function TA(r){var e,i,t;return r===0?1/0:(r<0?e=-r:e=r,e<=1?(i=709811.662581658+r*(679979.8474157227+r*(293136.7857211597+r*(74887.54032914672+r*(12555.290582413863+r*(1443.4299244417066+r*(115.24194596137347+r*(6.309239205732627+r*(.22668404630224365+r*(.004826466289237662+r*4624429436045379e-20))))))))),t=0+r*(362880+r*(1026576+r*(1172700+r*(723680+r*(269325+r*(63273+r*(9450+r*(870+r*(45+r*1)))))))))):(r=1/r,i=4624429436045379e-20+r*(.004826466289237662+r*(.22668404630224365+r*(6.309239205732627+r*(115.24194596137347+r*(1443.4299244417066+r*(12555.290582413863+r*(74887.54032914672+r*(293136.7857211597+r*(679979.8474157227+r*709811.662581658))))))))),t=1+r*(45+r*(870+r*(9450+r*(63273+r*(269325+r*(723680+r*(1172700+r*(1026576+r*(362880+r*0)))))))))),i/t)}h7.exports=TA});var L7=u((GL,F7)=>{"use strict";var FA=T7();F7.exports=FA});var Zr=u((dL,y7)=>{"use strict";var LA=L7();y7.exports=LA});var H7=u((RL,P7)=>{"use strict";var yA=Zr(),wA=h0(),PA=tr(),HA=Ye(),GA=C(),dA=E(),ar=F(),Yr=L(),$e=Dr(),Je=Or(),w7=w(),RA=l0(),y0=j(),br=Ir(),je=Tr(),MA=mr();function WA(r,e){var i,t,s,a,n,v,o;return s=r+je-.5,o=(e-r-je+.5)/s,r<1?e<=br||r<1/RA?ar(r*w7(e)-e-wA(r)):Yr(e,r)*ar(-e)/PA(r):(dA(o*o*r)<=100&&r>150?(i=r*HA(o)+e*(.5-je)/s,i=ar(i)):(a=r*w7(e/s),n=r-e,Je(a,n)<=br||$e(a,n)>=y0?(t=n/r,Je(a,n)/2>br&&$e(a,n)/2<y0?(v=Yr(e/s,r/2)*ar(n/2),i=v*v):Je(a,n)/4>br&&$e(a,n)/4<y0&&e>r?(v=Yr(e/s,r/4)*ar(n/4),i=v*v,i*=i):t>br&&t<y0?i=Yr(e*ar(t)/s,r):i=ar(a+n)):i=Yr(e/s,r)*ar(n)),i*=GA(s/MA)/yA(r),i)}P7.exports=WA});var R7=u((ML,d7)=>{"use strict";var ze=g(),CA=pr(),G7=E(),UA=Wr(),DA=w(),XA=L(),BA=t0();function VA(r,e){var i,t;if(ze(r)||ze(e))return NaN;if(e===0)return 0;if(r===0)return-1;if(r<0&&e%2===0&&(r=-r),r>0){if((G7(e*(r-1))<.5||G7(e)<.2)&&(t=DA(r)*e,t<.5))return UA(t)}else if(BA(e)!==e)return NaN;return i=XA(r,e)-1,CA(i)||ze(i)?NaN:i}d7.exports=VA});var W7=u((WL,M7)=>{"use strict";var KA=R7();M7.exports=KA});var U7=u((CL,C7)=>{"use strict";function QA(r){var e,i,t;return r===0?-.01803556856784494:(r<0?e=-r:e=r,e<=1?(i=-.01803556856784494+r*(.02512664961998968+r*(.049410315156753225+r*(.0172491608709614+r*(-.0002594535632054381+r*(-.0005410098692152044+r*(-3245886498259485e-20+r*0)))))),t=1+r*(1.962029871977952+r*(1.4801966942423133+r*(.5413914320717209+r*(.09885042511280101+r*(.008213096746488934+r*(.00022493629192211576+r*-22335276320861708e-23))))))):(r=1/r,i=0+r*(-3245886498259485e-20+r*(-.0005410098692152044+r*(-.0002594535632054381+r*(.0172491608709614+r*(.049410315156753225+r*(.02512664961998968+r*-.01803556856784494)))))),t=-22335276320861708e-23+r*(.00022493629192211576+r*(.008213096746488934+r*(.09885042511280101+r*(.5413914320717209+r*(1.4801966942423133+r*(1.962029871977952+r*1))))))),i/t)}C7.exports=QA});var X7=u((UL,D7)=>{"use strict";function ZA(r){var e,i,t;return r===0?.04906224540690395:(r<0?e=-r:e=r,e<=1?(i=.04906224540690395+r*(-.09691175301595212+r*(-.4149833583594954+r*(-.4065671242119384+r*(-.1584135863906922+r*(-.024014982064857155+r*-.0010034668769627955))))),t=1+r*(3.0234982984646304+r*(3.4873958536072385+r*(1.9141558827442668+r*(.5071377386143635+r*(.05770397226904519+r*.001957681026011072)))))):(r=1/r,i=-.0010034668769627955+r*(-.024014982064857155+r*(-.1584135863906922+r*(-.4065671242119384+r*(-.4149833583594954+r*(-.09691175301595212+r*.04906224540690395))))),t=.001957681026011072+r*(.05770397226904519+r*(.5071377386143635+r*(1.9141558827442668+r*(3.4873958536072385+r*(3.0234982984646304+r*1)))))),i/t)}D7.exports=ZA});var V7=u((DL,B7)=>{"use strict";function YA(r){var e,i,t;return r===0?-.029232972183027003:(r<0?e=-r:e=r,e<=1?(i=-.029232972183027003+r*(.14421626775719232+r*(-.14244039073863127+r*(.05428096940550536+r*(-.008505359768683364+r*(.0004311713426792973+r*0))))),t=1+r*(-1.5016935605448505+r*(.846973248876495+r*(-.22009515181499575+r*(.02558279715597587+r*(-.0010066679553914337+r*-8271935218912905e-22)))))):(r=1/r,i=0+r*(.0004311713426792973+r*(-.008505359768683364+r*(.05428096940550536+r*(-.14244039073863127+r*(.14421626775719232+r*-.029232972183027003))))),t=-8271935218912905e-22+r*(-.0010066679553914337+r*(.02558279715597587+r*(-.22009515181499575+r*(.846973248876495+r*(-1.5016935605448505+r*1)))))),i/t)}B7.exports=YA});var Q7=u((XL,K7)=>{"use strict";var xe=w(),bA=X(),kA=U7(),$A=X7(),JA=V7(),jA=.15896368026733398,zA=.5281534194946289,xA=.45201730728149414;function rS(r,e,i){var t,s,a,n;if(r<bA)return-xe(r);if(e===0||i===0)return 0;if(s=0,r>2){if(r>=3){do r-=1,i-=1,s+=xe(r);while(r>=3);i=r-2}return a=i*(r+1),n=kA(i),s+=a*jA+a*n,s}return r<1&&(s+=-xe(r),i=e,e=r,r+=1),r<=1.5?(a=$A(e),t=e*i,s+=t*zA+t*a,s):(a=i*e,n=JA(-i),s+=a*xA+a*n,s)}K7.exports=rS});var $7=u((BL,k7)=>{"use strict";var Z7=tr(),Y7=Wr(),eS=b(),iS=g(),b7=Q7();function tS(r){return iS(r)?NaN:r<0?r<-.5?Z7(1+r)-1:Y7(-eS(r)+b7(r+2,r+1,r)):r<2?Y7(b7(r+1,r,r-1)):Z7(1+r)-1}k7.exports=tS});var j7=u((VL,J7)=>{"use strict";var aS=$7();J7.exports=aS});var x7=u((KL,z7)=>{"use strict";function sS(r,e){var i,t,s,a;return i=-e,e=-e,t=r+1,s=1,n;function n(){return a=i/t,i*=e,s+=1,i/=s,t+=1,a}}z7.exports=sS});var e8=u((QL,r8)=>{"use strict";var uS=W7(),nS=Lr(),vS=j7(),fS=x7();function oS(r,e,i){var t,s,a,n,v;return s=vS(r),a=(s+1)/r,n=uS(e,r),s-=n,s/=r,v=fS(r,e),n+=1,t=i?a:0,s=-n*nS(v,{initialValue:(t-s)/n}),i&&(s=-s),[s,a]}r8.exports=oS});var ri=u((ZL,i8)=>{"use strict";var cS=11754943508222875e-54;i8.exports=cS});var a8=u((YL,t8)=>{"use strict";var w0=E(),B=ri(),lS=X(),pS=1e6;function qS(r,e,i){var t,s,a,n,v,o,c;if(t=typeof r.next=="function",c=t?r.next().value:r(),n=c[1],a=c[0],n===0&&(n=B),v=n,o=0,t===!0)do c=r.next().value,c&&(o=c[1]+c[0]*o,o===0&&(o=B),v=c[1]+c[0]/v,v===0&&(v=B),o=1/o,s=v*o,n*=s);while(w0(s-1)>e&&--i);else do c=r(),c&&(o=c[1]+c[0]*o,o===0&&(o=B),v=c[1]+c[0]/v,v===0&&(v=B),o=1/o,s=v*o,n*=s);while(c&&w0(s-1)>e&&--i);return a/n}function mS(r,e,i){var t,s,a,n,v,o;if(t=typeof r.next=="function",o=t?r.next().value:r(),a=o[1],a===0&&(a=B),n=a,v=0,t===!0)do o=r.next().value,o&&(v=o[1]+o[0]*v,v===0&&(v=B),n=o[1]+o[0]/n,n===0&&(n=B),v=1/v,s=n*v,a*=s);while(o&&w0(s-1)>e&&--i);else do o=r(),o&&(v=o[1]+o[0]*v,v===0&&(v=B),n=o[1]+o[0]/n,n===0&&(n=B),v=1/v,s=n*v,a*=s);while(o&&w0(s-1)>e&&--i);return a}function _S(r,e){var i,t,s;return t={},arguments.length>1&&(t=e),i=t.maxIter||pS,s=t.tolerance||lS,t.keep?mS(r,s,i):qS(r,s,i)}t8.exports=_S});var n8=u((bL,u8)=>{"use strict";var s8=E(),IS=X(),wr=ri(),NS=1e6;function AS(r,e,i){var t,s,a,n,v,o;o=r(),v=o[1],s=o[0],v===0&&(v=wr),a=v,n=0;do o=r(),o&&(n=o[1]+o[0]*n,n===0&&(n=wr),a=o[1]+o[0]/a,a===0&&(a=wr),n=1/n,t=a*n,v*=t);while(o&&s8(t-1)>e&&--i);return s/v}function SS(r,e,i){var t,s,a,n,v;v=r(),n=v[1],n===0&&(n=wr),s=n,a=0;do v=r(),v&&(a=v[1]+v[0]*a,a===0&&(a=wr),s=v[1]+v[0]/s,s===0&&(s=wr),a=1/a,t=s*a,n*=t);while(v&&s8(t-1)>e&&--i);return n}function ES(r,e){var i,t,s;return t={},arguments.length>1&&(t=e),s=t.tolerance||IS,i=t.maxIter||NS,t.keep?SS(r,s,i):AS(r,s,i)}u8.exports=ES});var ii=u((kL,v8)=>{"use strict";var gS=Ve(),OS=a8(),hS=n8(),ei;gS()?ei=OS:ei=hS;v8.exports=ei});var o8=u(($L,f8)=>{"use strict";function TS(r,e){var i=e-r+1,t=r,s=0;return a;function a(){return s+=1,i+=2,[s*(t-s),i]}}f8.exports=TS});var ti=u((JL,c8)=>{"use strict";var FS=ii(),LS=o8();function yS(r,e){var i=LS(r,e);return 1/(e-r+1+FS(i))}c8.exports=yS});var m8=u((jL,q8)=>{"use strict";var wS=D(),kr=tr(),ai=E(),l8=L(),PS=w(),HS=Z5(),p8=l0(),GS=j(),dS=uu(),RS=vu(),MS=Gu(),si=Cu(),WS=S7(),CS=ke(),ui=H7(),US=e8(),DS=ti();function XS(r,e,i,t){var s,a,n,v,o,c,f,l,q,p,_,N,A,I;switch(f=0,l=t,c=e<30&&e<=r+1&&r<GS,c?(A=wS(e),q=A===e,n=q?!1:ai(A-e)===.5):(q=!1,n=!1),q&&r>.6?(l=!l,a=0):n&&r>.2?(l=!l,a=1):r<HS&&e>1?a=6:r>1e3&&(e<r||ai(e-50)/r<1)?(l=!l,a=7):r<.5?-.4/PS(r)<e?a=2:a=3:r<1.1?r*.75<e?a=2:a=3:(o=!1,i&&e>20&&(p=ai((r-e)/e),e>200?20/e>p*p&&(o=!0):p<.4&&(o=!0)),o?a=5:r-1/(3*r)<e?a=2:(a=4,l=!l)),a){case 0:f=RS(e,r),i===!1&&(f*=kr(e));break;case 1:f=MS(e,r),i===!1&&(f*=kr(e));break;case 2:f=i?ui(e,r):si(e,r),f!==0&&(v=0,s=!1,l&&(v=i?1:kr(e),i||f>=1||p8*f>v?(v/=f,i||e<1||p8/e>v?(v*=-e,s=!0):v=0):v=0),f*=CS(e,r,v)/e,s&&(l=!1,f=-f));break;case 3:l=!l,_=US(e,r,l),f=_[0],I=_[1],l=!1,i&&(f/=I);break;case 4:f=i?ui(e,r):si(e,r),f!==0&&(f*=DS(e,r));break;case 5:f=WS(e,r),r>=e&&(l=!l);break;case 6:f=i?l8(r,e)/kr(e+1):l8(r,e)/e,f*=1-e*r/(e+1);break;case 7:f=i?ui(e,r):si(e,r),f/=r,f!==0&&(f*=dS(e,r));break}return i&&f>1&&(f=1),l&&(N=i?1:kr(e),f=N-f),f}q8.exports=XS});var A8=u((zL,N8)=>{"use strict";var BS=h0(),VS=F(),V=w(),KS=Ce(),QS=j(),ZS=h(),YS=Vr(),_8=m8(),I8=ke(),bS=ti();function kS(r,e,i,t){var s,a,n,v;return r<0||e<=0?NaN:(s=i===void 0?!0:i,n=t,e>=YS&&!s?(n&&e*4<r?(v=e*V(r)-r,v+=V(bS(e,r))):!n&&e>4*r?(v=e*V(r)-r,a=0,v+=V(I8(e,r,a)/e)):(v=_8(r,e,!0,n),v===0?n?(v=1+1/(12*e)+1/(288*e*e),v=V(v)-e+(e-.5)*V(e),v+=V(KS)):(v=e*V(r)-r,a=0,v+=V(I8(e,r,a)/e)):v=V(v)+BS(e)),v>QS?ZS:VS(v)):_8(r,e,s,n))}N8.exports=kS});var E8=u((xL,S8)=>{"use strict";var $S=A8();S8.exports=$S});var T8=u((ry,h8)=>{"use strict";var Pr=F(),P0=L(),JS=w(),g8=j(),O8=Ir();function jS(r,e){var i,t;return t=r*JS(e),e>=1?t<g8&&-e>O8?i=P0(e,r)*Pr(-e):r>=1?i=P0(e/Pr(e/r),r):i=Pr(t-e):t>O8?i=P0(e,r)*Pr(-e):e/r<g8?i=P0(e/Pr(e/r),r):i=Pr(t-e),i}h8.exports=jS});var y8=u((ey,L8)=>{"use strict";var zS=Zr(),xS=h0(),rE=tr(),eE=b(),iE=C(),tE=E(),sr=F(),$r=L(),ni=Dr(),vi=Or(),F8=w(),H0=j(),Jr=Ir(),fi=Tr(),aE=mr();function sE(r,e){var i,t,s,a,n,v,o;return s=r+fi-.5,o=(e-r-fi+.5)/s,r<1?e<=Jr?sr(r*F8(e)-e-xS(r)):$r(e,r)*sr(-e)/rE(r):(tE(o*o*r)<=100&&r>150?(i=r*(eE(o)-o)+e*(.5-fi)/s,i=sr(i)):(a=r*F8(e/s),n=r-e,vi(a,n)<=Jr||ni(a,n)>=H0?(t=n/r,vi(a,n)/2>Jr&&ni(a,n)/2<H0?(v=$r(e/s,r/2)*sr(n/2),i=v*v):vi(a,n)/4>Jr&&ni(a,n)/4<H0&&e>r?(v=$r(e/s,r/4)*sr(n/4),i=v*v,i*=i):t>Jr&&t<H0?i=$r(e*sr(t)/s,r):i=sr(a+n)):i=$r(e/s,r)*sr(n)),i*=iE(s/aE)/zS(r),i)}L8.exports=sE});var d8=u((iy,G8)=>{"use strict";var uE=xs(),w8=Ue(),nE=E8(),vE=b(),G0=E(),P8=L(),fE=w(),oE=Er(),H8=X(),cE=T8(),lE=y8(),ur=new Array(30);function pE(r,e,i,t,s,a,n){var v,o,c,f,l,q,p,_,N,A,I,S,m,G,O,M,W,P;if(q=e-1,W=r+q/2,t<.35?A=vE(-t):A=fE(i),P=-W*A,S=lE(e,P),S<=oE)return s;for(n?(v=S/uE(r,e),v/=P8(W,e)):v=cE(e,P)/P8(W,e),v*=a,ur[0]=1,m=nE(P,e,!0,!0),m/=S,f=s+v*m,c=1,p=A/2,p*=p,_=1,I=4*W*W,l=e,O=1;O<ur.length;++O){for(c+=2,ur[O]=0,N=e-O,o=3,G=1;G<O;++G)N=G*e-O,ur[O]+=N*ur[O-G]/w8(o),o+=2;if(ur[O]/=O,ur[O]+=q/w8(c),m=(l*(l+1)*m+(P+l+1)*_)/I,_*=p,l+=2,M=v*ur[O]*m,f+=M,M>1){if(G0(M)<G0(H8*f))break}else if(G0(M/H8)<G0(f))break}return f}G8.exports=pE});var M8=u((ty,R8)=>{"use strict";function qE(r,e,i){var t,s;if(i===0)return 1;for(t=1,s=0;s<i;s++)t*=(r+s)/(e+s);return t}R8.exports=qE});var U8=u((ay,C8)=>{"use strict";var W8=E(),mE=Dr();function _E(r,e){return mE(W8(r),W8(e))}C8.exports=_E});var X8=u((sy,D8)=>{"use strict";var IE=U8();D8.exports=IE});var K8=u((uy,V8)=>{"use strict";var B8=E(),NE=Or();function AE(r,e){return NE(B8(r),B8(e))}V8.exports=AE});var Z8=u((ny,Q8)=>{"use strict";var SE=K8();Q8.exports=SE});var R0=u((vy,k8)=>{"use strict";var oi=Zr(),EE=X8(),gE=Z8(),Y8=Wr(),nr=b(),b8=C(),d0=E(),K=F(),Q=L(),OE=Or(),d=w(),Z=j(),Hr=Ir(),ci=Tr(),hE=mr();function TE(r,e,i,t,s){var a,n,v,o,c,f,l,q,p,_,N,A,I,S;if(!s)return Q(i,r)*Q(t,e);if(I=r+e,o=r+ci-.5,c=e+ci-.5,f=I+ci-.5,a=oi(I),a/=oi(r)*oi(e),a*=b8(c/hE),a*=b8(o/f),l=(i*e-t*o)/o,q=(t*r-i*c)/c,gE(l,q)<.2)if(l*q>0||OE(r,e)<1)d0(l)<.1?a*=K(r*nr(l)):a*=Q(i*f/o,r),d0(q)<.1?a*=K(e*nr(q)):a*=Q(t*f/c,e);else if(EE(l,q)<.5)n=r<e,v=e/r,n&&v*q<.1||!n&&l/v>.1?(p=Y8(v*nr(q)),p=l+p+p*l,p=r*nr(p),a*=K(p)):(p=Y8(nr(l)/v),p=q+p+p*q,p=e*nr(p),a*=K(p));else if(d0(l)<d0(q))if(S=r*nr(l)+e*d(t*f/c),S<=Hr||S>=Z){if(S+=d(a),S>=Z)return NaN;a=K(S)}else a*=K(S);else if(S=e*nr(q)+r*d(i*f/o),S<=Hr||S>=Z){if(S+=d(a),S>=Z)return NaN;a=K(S)}else a*=K(S);else if(N=i*f/o,A=t*f/c,l=r*d(N),q=e*d(A),l>=Z||l<=Hr||q>=Z||q<=Hr)if(r<e)if(_=Q(A,e/r),p=r*(d(N)+d(_)),p<Z&&p>Hr)a*=Q(_*N,r);else{if(q+=l+d(a),q>=Z)return NaN;a=K(q)}else if(_=Q(N,r/e),p=(d(_)+d(A))*e,p<Z&&p>Hr)a*=Q(_*A,e);else{if(q+=l+d(a),q>=Z)return NaN;a=K(q)}else a*=Q(N,r)*Q(A,e);return a}k8.exports=TE});var J8=u((fy,$8)=>{"use strict";var FE=ii(),LE=R0(),yE={keep:!0,maxIter:1e3};function wE(r,e,i,t){var s=0;return a;function a(){var n,v,o;return v=(r+s-1)*(r+e+s-1)*s*(e-s)*i*i,n=r+2*s-1,v/=n*n,o=s,o+=s*(e-s)*i/(r+2*s-1),o+=(r+s)*(r*t-e*i+1+s*(2-i))/(r+2*s+1),s+=1,[v,o]}}function PE(r,e,i,t,s,a){var n,v,o;return n=LE(r,e,i,t,s),a&&(a[1]=n),n===0?n:(o=wE(r,e,i,t),v=FE(o,yE),n/v)}$8.exports=PE});var z8=u((oy,j8)=>{"use strict";var HE=9007199254740991;j8.exports=HE});var r9=u((cy,x8)=>{"use strict";function GE(r,e){var i=0,t;if(r===0)return e;if(e===0)return r;for(;(r&1)===0&&(e&1)===0;)r>>>=1,e>>>=1,i+=1;for(;(r&1)===0;)r>>>=1;for(;e;){for(;(e&1)===0;)e>>>=1;r>e&&(t=e,e=r,r=t),e-=r}return r<<i}x8.exports=GE});var i9=u((ly,e9)=>{"use strict";function dE(r,e){var i=1,t;if(r===0)return e;if(e===0)return r;for(;r%2===0&&e%2===0;)r/=2,e/=2,i*=2;for(;r%2===0;)r/=2;for(;e;){for(;e%2===0;)e/=2;r>e&&(t=e,e=r,r=t),e-=r}return i*r}e9.exports=dE});var f9=u((py,v9)=>{"use strict";var t9=g(),a9=qr(),s9=h(),u9=y(),n9=ye(),RE=r9(),ME=i9();function WE(r,e){return t9(r)||t9(e)?NaN:r===s9||e===s9||r===u9||e===u9?NaN:a9(r)&&a9(e)?(r<0&&(r=-r),e<0&&(e=-e),r<=n9&&e<=n9?RE(r,e):ME(r,e)):NaN}v9.exports=WE});var c9=u((qy,o9)=>{"use strict";var CE=f9();o9.exports=CE});var m9=u((my,q9)=>{"use strict";var UE=z8(),DE=h(),l9=qr(),p9=g(),XE=n0(),BE=D(),VE=c9();function li(r,e){var i,t,s,a,n,v,o;if(p9(r)||p9(e))return NaN;if(!l9(r)||!l9(e))return NaN;if(e<0||(t=1,r<0&&(r=-r+e-1,XE(e)&&(t*=-1)),e>r))return 0;if(e===0||e===r)return t;if(e===1||e===r-1)return t*r;for(r-e<e&&(e=r-e),o=BE(UE/r),i=1,n=1;n<=e&&!(i>o);n++)i*=r,i/=n,r-=1;return n>e?t*i:(s=li(r,e-n+1),s===DE?t*s:(a=li(e,e-n+1),v=VE(s,a),s/=v,a/=v,i/=a,t*i*s))}q9.exports=li});var I9=u((_y,_9)=>{"use strict";var KE=m9();_9.exports=KE});var S9=u((Iy,A9)=>{"use strict";var N9=I9(),Nr=D(),jr=L(),QE=Er();function ZE(r,e,i,t){var s,a,n,v,o;if(a=jr(i,r),a>QE)for(v=a,o=Nr(r-1);o>e;o--)v*=(o+1)*t/((r-o)*i),a+=v;else if(n=Nr(r*i),n<=e+1&&(n=Nr(e+2)),a=jr(i,n)*jr(t,r-n),a*=N9(Nr(r),Nr(n)),a===0)for(o=n-1;o>e;o--)a+=jr(i,o)*jr(t,r-o),a*=N9(Nr(r),Nr(o));else{for(v=a,s=a,o=n-1;o>e;o--)v*=(o+1)*t/((r-o)*i),a+=v;for(v=s,o=n+1;o<=r;o++)v*=(r-o+1)*i/(o*t),a+=v}return a}A9.exports=ZE});var g9=u((Ny,E9)=>{"use strict";var YE=R0();function bE(r,e,i,t,s,a,n){var v,o,c,f;if(v=YE(r,e,i,t,a),n&&(n[1]=v),v/=r,v===0)return v;for(c=1,o=1,f=0;f<s-1;++f)o*=(r+e+f)*i/(r+f+1),c+=o;return v*=c,v}E9.exports=bE});var L9=u((Ay,F9)=>{"use strict";var pi=Zr(),kE=Lr(),$E=b(),JE=C(),qi=F(),M0=L(),zr=w(),jE=Er(),O9=j(),h9=Ir(),mi=Tr(),zE=mr(),T9={maxTerms:100};function xE(r,e,i,t){var s=1-e,a=1;return n;function n(){var v=t/r;return r+=1,t*=s*i/a,a+=1,s+=1,v}}function rg(r,e,i,t,s,a,n){var v,o,c,f,l,q,p,_;return s?(p=r+e,o=r+mi-.5,c=e+mi-.5,f=p+mi-.5,v=pi(p)/(pi(r)*pi(e)),l=zr(f/c)*(e-.5),q=zr(i*f/o)*r,l>h9&&l<O9&&q>h9&&q<O9?(r*e<c*10?v*=qi((e-.5)*$E(r/c)):v*=M0(f/c,e-.5),v*=M0(i*f/o,r),v*=JE(o/zE),a&&(a[1]=v*M0(n,e))):(v=zr(v)+l+q+(zr(o)-1)/2,a&&(a[1]=qi(v+e*zr(n))),v=qi(v))):v=M0(i,r),v<jE?t:(_=xE(r,e,i,v),T9.initialValue=t,kE(_,T9))}F9.exports=rg});var Ni=u((Sy,R9)=>{"use strict";var eg=g(),ig=Wr(),W0=D(),y9=b(),w9=Sa(),R=Z6(),_i=C(),tg=F(),xr=L(),ag=Dr(),P9=Or(),C0=l0(),H9=Er(),sg=ye(),ug=o4(),d9=hr(),vr=d8(),Ii=M8(),ng=R0(),G9=J8(),vg=S9(),r0=g9(),Y=L9(),fg=1/d9;function og(r,e,i,t,s,a,n,v){var o,c,f,l,q,p,_,N,A,I,S,m;if(m=1-r,_=v,N=v+n,a[N]=-1,eg(r)||r<0||r>1)return a[_]=NaN,a[N]=NaN,a;if(t){if(e<0||i<0)return a[_]=NaN,a[N]=NaN,a;if(e===0){if(i===0)return a[_]=NaN,a[N]=NaN,a;if(i>0)return a[_]=s?0:1,a}else if(i===0&&e>0)return a[_]=s?1:0,a}else if(e<=0||i<=0)return a[_]=NaN,a[N]=NaN,a;return r===0?(e===1?a[N]=1:a[N]=e<1?C0/2:H9*2,s?(a[_]=t?1:R(e,i),a):(a[_]=0,a)):r===1?(i===1?a[N]=1:a[N]=i<1?C0/2:H9*2,s?a[_]=0:a[_]=t?1:R(e,i),a):e===.5&&i===.5?(a[N]=fg*_i(m*r),S=w9(_i(s?m:r)),S/=ug,t||(S*=d9),a[_]=S,a):(e===1&&(p=i,i=e,e=p,p=m,m=r,r=p,s=!s),i===1?e===1?(a[_]=s?m:r,a[N]=1,a):(a[N]=e*xr(r,e-1),m<.5?S=s?-ig(e*y9(-m)):tg(e*y9(-m)):S=s?-(xr(r,e)-1):xr(r,e),t||(S/=e),a[_]=S,a):(P9(e,i)<=1?(r>.5&&(p=i,i=e,e=p,p=m,m=r,r=p,s=!s),ag(e,i)<=1?e>=P9(.2,i)||xr(r,e)<=.9?s?(f=-(t?1:R(e,i)),s=!1,f=-Y(e,i,r,f,t,a,m)):f=Y(e,i,r,0,t,a,m):(p=i,i=e,e=p,p=m,m=r,r=p,s=!s,m>=.3?s?(f=-(t?1:R(e,i)),s=!1,f=-Y(e,i,r,f,t,a,m)):f=Y(e,i,r,0,t,a,m):(t?c=1:c=Ii(e+i,e,20),f=r0(e,i,r,m,20,t,a),s?(f-=t?1:R(e,i),s=!1,f=-vr(e+20,i,r,m,f,c,t)):f=vr(e+20,i,r,m,f,c,t))):i<=1||r<.1&&xr(i*r,e)<=.7?s?(f=-(t?1:R(e,i)),s=!1,f=-Y(e,i,r,f,t,a,m)):f=Y(e,i,r,0,t,a,m):(p=i,i=e,e=p,p=m,m=r,r=p,s=!s,m>=.3?s?(f=-(t?1:R(e,i)),s=!1,f=-Y(e,i,r,f,t,a,m)):f=Y(e,i,r,0,t,a,m):e>=15?s?(f=-(t?1:R(e,i)),s=!1,f=-vr(e,i,r,m,f,1,t)):f=vr(e,i,r,m,0,1,t):(t?c=1:c=Ii(e+i,e,20),f=r0(e,i,r,m,20,t,a),s?(f-=t?1:R(e,i),s=!1,f=-vr(e+20,i,r,m,f,c,t)):f=vr(e+20,i,r,m,f,c,t)))):(e<i?o=e-(e+i)*r:o=(e+i)*m-i,o<0&&(p=i,i=e,e=p,p=m,m=r,r=p,s=!s),i<40?W0(e)===e&&W0(i)===i&&e<sg-100?(A=e-1,I=i+A,f=vg(I,A,r,m),t||(f*=R(e,i))):i*r<=.7?s?(f=-(t?1:R(e,i)),s=!1,f=-Y(e,i,r,f,t,a,m)):f=Y(e,i,r,0,t,a,m):e>15?(I=W0(i),I===i&&(I-=1),l=i-I,t?c=1:c=Ii(e+l,l,I),f=r0(l,e,m,r,I,t),f=vr(e,l,r,m,f,1,t),f/=c):t?(I=W0(i),l=i-I,l<=0&&(I-=1,l+=1),f=r0(l,e,m,r,I,t),f+=r0(e,l,r,m,20,t),s&&(f-=1),f=vr(e+20,l,r,m,f,1,t),s&&(f=-f,s=!1)):f=G9(e,i,r,m,t,a):f=G9(e,i,r,m,t,a)),a[N]<0&&(a[N]=ng(e,i,r,m,!0)),q=m*r,a[N]!==0&&(C0*q<a[N]?a[N]=C0/2:a[N]/=q),a[_]=s?(t?1:R(e,i))-f:f,a))}R9.exports=og});var W9=u((Ey,M9)=>{"use strict";var cg=Ni();function lg(r,e,i,t,s){return cg(r,e,i,t,s,[0,0],1,0)}M9.exports=lg});var D9=u((gy,U9)=>{"use strict";var pg=Gr(),C9=W9(),qg=Ni();pg(C9,"assign",qg);U9.exports=C9});var B9=u((Oy,X9)=>{"use strict";var mg=D9().assign;function _g(r,e,i,t,s){var a=[0,0];return t=t!==!1,s=s===!0,mg(r,e,i,t,s,a,1,0),a[0]}X9.exports=_g});var K9=u((hy,V9)=>{"use strict";var Ig=B9();V9.exports=Ig});var Q9=j9(K9());((globalThis.SpaceForTime??={}).special??={}).betainc=(r,e,i)=>(0,Q9.default)(i,r,e);})();
/*! Bundled license information:

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

@stdlib/utils-define-property/lib/builtin.js:
@stdlib/utils-define-property/lib/polyfill.js:
@stdlib/utils-define-property/lib/index.js:
@stdlib/utils-define-nonenumerable-read-only-property/lib/main.js:
@stdlib/utils-define-nonenumerable-read-only-property/lib/index.js:
@stdlib/math-base-assert-is-nan/lib/main.js:
@stdlib/math-base-assert-is-nan/lib/index.js:
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
@stdlib/math-base-tools-evalpoly/lib/main.js:
@stdlib/math-base-tools-evalpoly/lib/factory.js:
@stdlib/math-base-tools-evalpoly/lib/index.js:
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
@stdlib/function-ctor/lib/main.js:
@stdlib/function-ctor/lib/index.js:
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
*/
