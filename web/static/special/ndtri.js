(()=>{var Mt=Object.create;var R=Object.defineProperty;var Pt=Object.getOwnPropertyDescriptor;var Rt=Object.getOwnPropertyNames;var Xt=Object.getPrototypeOf,Wt=Object.prototype.hasOwnProperty;var e=(r,t)=>()=>{try{return t||r((t={exports:{}}).exports,t),t.exports}catch(i){throw t=0,i}};var jt=(r,t,i,a)=>{if(t&&typeof t=="object"||typeof t=="function")for(let u of Rt(t))!Wt.call(r,u)&&u!==i&&R(r,u,{get:()=>t[u],enumerable:!(a=Pt(t,u))||a.enumerable});return r};var Ct=(r,t,i)=>(i=r!=null?Mt(Xt(r)):{},jt(t||!r||!r.__esModule?R(i,"default",{value:r,enumerable:!0}):i,r));var W=e((Ni,X)=>{"use strict";function Yt(r){return r!==r}X.exports=Yt});var U=e((hi,j)=>{"use strict";var Vt=W();j.exports=Vt});var Y=e((Si,C)=>{"use strict";var Dt=Math.sqrt;C.exports=Dt});var D=e((mi,V)=>{"use strict";var Bt=Y();V.exports=Bt});var Q=e((bi,B)=>{"use strict";function Qt(){return typeof Symbol=="function"&&typeof Symbol("foo")=="symbol"}B.exports=Qt});var z=e((Fi,k)=>{"use strict";var kt=Q();k.exports=kt});var J=e((Ti,K)=>{"use strict";var zt=z(),Kt=zt();function Jt(){return Kt&&typeof Symbol.toStringTag=="symbol"}K.exports=Jt});var $=e((_i,Z)=>{"use strict";var Zt=J();Z.exports=Zt});var I=e((wi,x)=>{"use strict";var $t=Object.prototype.toString;x.exports=$t});var tr=e((Ei,rr)=>{"use strict";var xt=I();function re(r){return xt.call(r)}rr.exports=re});var ir=e((gi,er)=>{"use strict";var te=Object.prototype.hasOwnProperty;function ee(r,t){return r==null?!1:te.call(r,t)}er.exports=ee});var sr=e((Hi,ar)=>{"use strict";var ie=ir();ar.exports=ie});var ur=e((di,nr)=>{"use strict";var ae=typeof Symbol=="function"?Symbol:void 0;nr.exports=ae});var vr=e((Oi,or)=>{"use strict";var se=ur();or.exports=se});var lr=e((Li,fr)=>{"use strict";var cr=vr(),ne=typeof cr=="function"?cr.toStringTag:"";fr.exports=ne});var yr=e((Gi,pr)=>{"use strict";var ue=sr(),f=lr(),N=I();function oe(r){var t,i,a;if(r==null)return N.call(r);i=r[f],t=ue(r,f);try{r[f]=void 0}catch{return N.call(r)}return a=N.call(r),t?r[f]=i:delete r[f],a}pr.exports=oe});var l=e((Mi,qr)=>{"use strict";var ve=$(),ce=tr(),fe=yr(),h;ve()?h=fe:h=ce;qr.exports=h});var Ur=e((Pi,Ar)=>{"use strict";var le=l(),pe=typeof Uint32Array=="function";function ye(r){return pe&&r instanceof Uint32Array||le(r)==="[object Uint32Array]"}Ar.exports=ye});var Nr=e((Ri,Ir)=>{"use strict";var qe=Ur();Ir.exports=qe});var Sr=e((Xi,hr)=>{"use strict";var Ae=4294967295;hr.exports=Ae});var br=e((Wi,mr)=>{"use strict";var Ue=typeof Uint32Array=="function"?Uint32Array:null;mr.exports=Ue});var _r=e((ji,Tr)=>{"use strict";var Ie=Nr(),S=Sr(),Fr=br();function Ne(){var r,t;if(typeof Fr!="function")return!1;try{t=[1,3.14,-3.14,S+1,S+2],t=new Fr(t),r=Ie(t)&&t[0]===1&&t[1]===3&&t[2]===S-2&&t[3]===0&&t[4]===1}catch{r=!1}return r}Tr.exports=Ne});var Er=e((Ci,wr)=>{"use strict";var he=_r();wr.exports=he});var Hr=e((Yi,gr)=>{"use strict";var Se=typeof Uint32Array=="function"?Uint32Array:void 0;gr.exports=Se});var Or=e((Vi,dr)=>{"use strict";function me(){throw new Error("not implemented")}dr.exports=me});var b=e((Di,Lr)=>{"use strict";var be=Er(),Fe=Hr(),Te=Or(),m;be()?m=Fe:m=Te;Lr.exports=m});var Mr=e((Bi,Gr)=>{"use strict";var _e=l(),we=typeof Float64Array=="function";function Ee(r){return we&&r instanceof Float64Array||_e(r)==="[object Float64Array]"}Gr.exports=Ee});var Rr=e((Qi,Pr)=>{"use strict";var ge=Mr();Pr.exports=ge});var Wr=e((ki,Xr)=>{"use strict";var He=typeof Float64Array=="function"?Float64Array:null;Xr.exports=He});var Yr=e((zi,Cr)=>{"use strict";var de=Rr(),jr=Wr();function Oe(){var r,t;if(typeof jr!="function")return!1;try{t=new jr([1,3.14,-3.14,NaN]),r=de(t)&&t[0]===1&&t[1]===3.14&&t[2]===-3.14&&t[3]!==t[3]}catch{r=!1}return r}Cr.exports=Oe});var Dr=e((Ki,Vr)=>{"use strict";var Le=Yr();Vr.exports=Le});var Qr=e((Ji,Br)=>{"use strict";var Ge=typeof Float64Array=="function"?Float64Array:void 0;Br.exports=Ge});var zr=e((Zi,kr)=>{"use strict";function Me(){throw new Error("not implemented")}kr.exports=Me});var T=e(($i,Kr)=>{"use strict";var Pe=Dr(),Re=Qr(),Xe=zr(),F;Pe()?F=Re:F=Xe;Kr.exports=F});var Zr=e((xi,Jr)=>{"use strict";var We=l(),je=typeof Uint8Array=="function";function Ce(r){return je&&r instanceof Uint8Array||We(r)==="[object Uint8Array]"}Jr.exports=Ce});var xr=e((r3,$r)=>{"use strict";var Ye=Zr();$r.exports=Ye});var t0=e((t3,r0)=>{"use strict";var Ve=255;r0.exports=Ve});var i0=e((e3,e0)=>{"use strict";var De=typeof Uint8Array=="function"?Uint8Array:null;e0.exports=De});var n0=e((i3,s0)=>{"use strict";var Be=xr(),_=t0(),a0=i0();function Qe(){var r,t;if(typeof a0!="function")return!1;try{t=[1,3.14,-3.14,_+1,_+2],t=new a0(t),r=Be(t)&&t[0]===1&&t[1]===3&&t[2]===_-2&&t[3]===0&&t[4]===1}catch{r=!1}return r}s0.exports=Qe});var o0=e((a3,u0)=>{"use strict";var ke=n0();u0.exports=ke});var c0=e((s3,v0)=>{"use strict";var ze=typeof Uint8Array=="function"?Uint8Array:void 0;v0.exports=ze});var l0=e((n3,f0)=>{"use strict";function Ke(){throw new Error("not implemented")}f0.exports=Ke});var y0=e((u3,p0)=>{"use strict";var Je=o0(),Ze=c0(),$e=l0(),w;Je()?w=Ze:w=$e;p0.exports=w});var A0=e((o3,q0)=>{"use strict";var xe=l(),r1=typeof Uint16Array=="function";function t1(r){return r1&&r instanceof Uint16Array||xe(r)==="[object Uint16Array]"}q0.exports=t1});var I0=e((v3,U0)=>{"use strict";var e1=A0();U0.exports=e1});var h0=e((c3,N0)=>{"use strict";var i1=65535;N0.exports=i1});var m0=e((f3,S0)=>{"use strict";var a1=typeof Uint16Array=="function"?Uint16Array:null;S0.exports=a1});var T0=e((l3,F0)=>{"use strict";var s1=I0(),E=h0(),b0=m0();function n1(){var r,t;if(typeof b0!="function")return!1;try{t=[1,3.14,-3.14,E+1,E+2],t=new b0(t),r=s1(t)&&t[0]===1&&t[1]===3&&t[2]===E-2&&t[3]===0&&t[4]===1}catch{r=!1}return r}F0.exports=n1});var w0=e((p3,_0)=>{"use strict";var u1=T0();_0.exports=u1});var g0=e((y3,E0)=>{"use strict";var o1=typeof Uint16Array=="function"?Uint16Array:void 0;E0.exports=o1});var d0=e((q3,H0)=>{"use strict";function v1(){throw new Error("not implemented")}H0.exports=v1});var L0=e((A3,O0)=>{"use strict";var c1=w0(),f1=g0(),l1=d0(),g;c1()?g=f1:g=l1;O0.exports=g});var M0=e((U3,G0)=>{"use strict";var p1=y0(),y1=L0(),q1={uint16:y1,uint8:p1};G0.exports=q1});var W0=e((I3,X0)=>{"use strict";var P0=M0(),R0;function A1(){var r,t;return r=new P0.uint16(1),r[0]=4660,t=new P0.uint8(r.buffer),t[0]===52}R0=A1();X0.exports=R0});var H=e((N3,j0)=>{"use strict";var U1=W0();j0.exports=U1});var Y0=e((h3,C0)=>{"use strict";var I1=H(),d;I1===!0?d=1:d=0;C0.exports=d});var B0=e((S3,D0)=>{"use strict";var N1=b(),h1=T(),S1=Y0(),V0=new h1(1),m1=new N1(V0.buffer);function b1(r){return V0[0]=r,m1[S1]}D0.exports=b1});var k0=e((m3,Q0)=>{"use strict";var F1=B0();Q0.exports=F1});var K0=e((b3,z0)=>{"use strict";var T1=H(),O;T1===!0?O=1:O=0;z0.exports=O});var Z0=e((F3,J0)=>{"use strict";var _1=b(),w1=T(),E1=K0(),L=new w1(1),g1=new _1(L.buffer);function H1(r,t){return L[0]=r,g1[E1]=t>>>0,L[0]}J0.exports=H1});var x0=e((T3,$0)=>{"use strict";var d1=Z0();$0.exports=d1});var tt=e((_3,rt)=>{"use strict";var O1=1023;rt.exports=O1});var it=e((w3,et)=>{"use strict";et.exports=Number});var st=e((E3,at)=>{"use strict";var L1=it();at.exports=L1});var G=e((g3,nt)=>{"use strict";var G1=st(),M1=G1.NEGATIVE_INFINITY;nt.exports=M1});var ot=e((H3,ut)=>{"use strict";function P1(r){return r===0?.3999999999940942:.3999999999940942+r*(.22222198432149784+r*.15313837699209373)}ut.exports=P1});var ct=e((d3,vt)=>{"use strict";function R1(r){return r===0?.6666666666666735:.6666666666666735+r*(.2857142874366239+r*(.1818357216161805+r*.14798198605116586))}vt.exports=R1});var yt=e((O3,pt)=>{"use strict";var ft=k0(),X1=x0(),W1=U(),j1=tt(),C1=G(),Y1=ot(),V1=ct(),q=.6931471803691238,A=19082149292705877e-26,D1=0x40000000000000,B1=.3333333333333333,lt=1048575,Q1=2146435072,k1=1048576,z1=1072693248;function K1(r){var t,i,a,u,s,o,n,c,P,v,p,y;return r===0?C1:W1(r)||r<0?NaN:(i=ft(r),s=0,i<k1&&(s-=54,r*=D1,i=ft(r)),i>=Q1?r+r:(s+=(i>>20)-j1|0,i&=lt,c=i+614244&1048576|0,r=X1(r,i|c^z1),s+=c>>20|0,n=r-1,(lt&2+i)<3?n===0?s===0?0:s*q+s*A:(o=n*n*(.5-B1*n),s===0?n-o:s*q-(o-s*A-n)):(v=n/(2+n),y=v*v,c=i-398458|0,p=y*y,P=440401-i|0,u=p*Y1(p),a=y*V1(p),c|=P,o=a+u,c>0?(t=.5*n*n,s===0?n-(t-v*(t+o)):s*q-(t-(v*(t+o)+s*A)-n)):s===0?n-v*(n-o):s*q-(v*(n-o)-s*A-n))))}pt.exports=K1});var At=e((L3,qt)=>{"use strict";var J1=yt();qt.exports=J1});var It=e((G3,Ut)=>{"use strict";var Z1=Number.POSITIVE_INFINITY;Ut.exports=Z1});var ht=e((M3,Nt)=>{"use strict";function $1(r){var t,i,a;return r===0?-.0005087819496582806:(r<0?t=-r:t=r,t<=1?(i=-.0005087819496582806+r*(-.008368748197417368+r*(.03348066254097446+r*(-.012692614766297404+r*(-.03656379714117627+r*(.02198786811111689+r*(.008226878746769157+r*(-.005387729650712429+r*(0+r*0)))))))),a=1+r*(-.9700050433032906+r*(-1.5657455823417585+r*(1.5622155839842302+r*(.662328840472003+r*(-.7122890234154284+r*(-.05273963823400997+r*(.07952836873415717+r*(-.0023339375937419+r*.0008862163904564247))))))))):(r=1/r,i=0+r*(0+r*(-.005387729650712429+r*(.008226878746769157+r*(.02198786811111689+r*(-.03656379714117627+r*(-.012692614766297404+r*(.03348066254097446+r*(-.008368748197417368+r*-.0005087819496582806)))))))),a=.0008862163904564247+r*(-.0023339375937419+r*(.07952836873415717+r*(-.05273963823400997+r*(-.7122890234154284+r*(.662328840472003+r*(1.5622155839842302+r*(-1.5657455823417585+r*(-.9700050433032906+r*1))))))))),i/a)}Nt.exports=$1});var mt=e((P3,St)=>{"use strict";function x1(r){var t,i,a;return r===0?-.20243350835593876:(r<0?t=-r:t=r,t<=1?(i=-.20243350835593876+r*(.10526468069939171+r*(8.3705032834312+r*(17.644729840837403+r*(-18.851064805871424+r*(-44.6382324441787+r*(17.445385985570866+r*(21.12946554483405+r*-3.6719225470772936))))))),a=1+r*(6.242641248542475+r*(3.971343795334387+r*(-28.66081804998+r*(-20.14326346804852+r*(48.560921310873994+r*(10.826866735546016+r*(-22.643693341313973+r*1.7211476576120028)))))))):(r=1/r,i=-3.6719225470772936+r*(21.12946554483405+r*(17.445385985570866+r*(-44.6382324441787+r*(-18.851064805871424+r*(17.644729840837403+r*(8.3705032834312+r*(.10526468069939171+r*-.20243350835593876))))))),a=1.7211476576120028+r*(-22.643693341313973+r*(10.826866735546016+r*(48.560921310873994+r*(-20.14326346804852+r*(-28.66081804998+r*(3.971343795334387+r*(6.242641248542475+r*1)))))))),i/a)}St.exports=x1});var Ft=e((R3,bt)=>{"use strict";function ri(r){var t,i,a;return r===0?-.1311027816799519:(r<0?t=-r:t=r,t<=1?(i=-.1311027816799519+r*(-.16379404719331705+r*(.11703015634199525+r*(.38707973897260434+r*(.3377855389120359+r*(.14286953440815717+r*(.029015791000532906+r*(.0021455899538880526+r*(-6794655751811263e-22+r*(28522533178221704e-24+r*-681149956853777e-24))))))))),a=1+r*(3.4662540724256723+r*(5.381683457070069+r*(4.778465929458438+r*(2.5930192162362027+r*(.848854343457902+r*(.15226433829533179+r*(.011059242293464892+r*(0+r*(0+r*0)))))))))):(r=1/r,i=-681149956853777e-24+r*(28522533178221704e-24+r*(-6794655751811263e-22+r*(.0021455899538880526+r*(.029015791000532906+r*(.14286953440815717+r*(.3377855389120359+r*(.38707973897260434+r*(.11703015634199525+r*(-.16379404719331705+r*-.1311027816799519))))))))),a=0+r*(0+r*(0+r*(.011059242293464892+r*(.15226433829533179+r*(.848854343457902+r*(2.5930192162362027+r*(4.778465929458438+r*(5.381683457070069+r*(3.4662540724256723+r*1)))))))))),i/a)}bt.exports=ri});var _t=e((X3,Tt)=>{"use strict";function ti(r){var t,i,a;return r===0?-.0350353787183178:(r<0?t=-r:t=r,t<=1?(i=-.0350353787183178+r*(-.0022242652921344794+r*(.018557330651423107+r*(.009508047013259196+r*(.0018712349281955923+r*(.00015754461742496055+r*(460469890584318e-20+r*(-2304047769118826e-25+r*26633922742578204e-28))))))),a=1+r*(1.3653349817554064+r*(.7620591645536234+r*(.22009110576413124+r*(.03415891436709477+r*(.00263861676657016+r*(7646752923027944e-20+r*(0+r*0)))))))):(r=1/r,i=26633922742578204e-28+r*(-2304047769118826e-25+r*(460469890584318e-20+r*(.00015754461742496055+r*(.0018712349281955923+r*(.009508047013259196+r*(.018557330651423107+r*(-.0022242652921344794+r*-.0350353787183178))))))),a=0+r*(0+r*(7646752923027944e-20+r*(.00263861676657016+r*(.03415891436709477+r*(.22009110576413124+r*(.7620591645536234+r*(1.3653349817554064+r*1)))))))),i/a)}Tt.exports=ti});var Et=e((W3,wt)=>{"use strict";function ei(r){var t,i,a;return r===0?-.016743100507663373:(r<0?t=-r:t=r,t<=1?(i=-.016743100507663373+r*(-.0011295143874558028+r*(.001056288621524929+r*(.00020938631748758808+r*(14962478375834237e-21+r*(44969678992770644e-23+r*(4625961635228786e-24+r*(-2811287356288318e-29+r*9905570997331033e-32))))))),a=1+r*(.5914293448864175+r*(.1381518657490833+r*(.016074608709367652+r*(.0009640118070051656+r*(27533547476472603e-21+r*(282243172016108e-21+r*(0+r*0)))))))):(r=1/r,i=9905570997331033e-32+r*(-2811287356288318e-29+r*(4625961635228786e-24+r*(44969678992770644e-23+r*(14962478375834237e-21+r*(.00020938631748758808+r*(.001056288621524929+r*(-.0011295143874558028+r*-.016743100507663373))))))),a=0+r*(0+r*(282243172016108e-21+r*(27533547476472603e-21+r*(.0009640118070051656+r*(.016074608709367652+r*(.1381518657490833+r*(.5914293448864175+r*1)))))))),i/a)}wt.exports=ei});var Ot=e((j3,dt)=>{"use strict";var ii=U(),gt=D(),Ht=At(),ai=It(),si=G(),ni=ht(),ui=mt(),oi=Ft(),vi=_t(),ci=Et(),fi=.08913147449493408,li=2.249481201171875,pi=.807220458984375,yi=.9399557113647461,qi=.9836282730102539;function Ai(r){var t,i,a,u,s;return ii(r)?NaN:r===0?ai:r===2?si:r===1?0:r>2||r<0?NaN:(r>1?(t=-1,a=2-r):(t=1,a=r),r=1-a,r<=.5?(u=r*(r+10),s=ni(r),t*(u*fi+u*s)):a>=.25?(u=gt(-2*Ht(a)),a-=.25,s=ui(a),t*(u/(li+s))):(a=gt(-Ht(a)),a<3?(i=a-1.125,s=oi(i),t*(pi*a+s*a)):a<6?(i=a-3,s=vi(i),t*(yi*a+s*a)):(i=a-6,s=ci(i),t*(qi*a+s*a))))}dt.exports=Ai});var Gt=e((C3,Lt)=>{"use strict";var Ui=Ot();Lt.exports=Ui});var M=Ct(Gt());((globalThis.SpaceForTime??={}).special??={}).ndtri=r=>r<=.5?-Math.SQRT2*(0,M.default)(2*r):Math.SQRT2*(0,M.default)(2*(1-r));})();
/*! Bundled license information:

@stdlib/math-base-assert-is-nan/lib/main.js:
@stdlib/math-base-assert-is-nan/lib/index.js:
@stdlib/math-base-special-sqrt/lib/main.js:
@stdlib/math-base-special-sqrt/lib/index.js:
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
@stdlib/number-ctor/lib/main.js:
@stdlib/number-ctor/lib/index.js:
@stdlib/constants-float64-ninf/lib/index.js:
@stdlib/math-base-special-ln/lib/index.js:
@stdlib/constants-float64-pinf/lib/index.js:
@stdlib/math-base-special-erfcinv/lib/index.js:
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

@stdlib/math-base-special-ln/lib/polyval_p.js:
@stdlib/math-base-special-ln/lib/polyval_q.js:
@stdlib/math-base-special-erfcinv/lib/rational_p1q1.js:
@stdlib/math-base-special-erfcinv/lib/rational_p2q2.js:
@stdlib/math-base-special-erfcinv/lib/rational_p3q3.js:
@stdlib/math-base-special-erfcinv/lib/rational_p4q4.js:
@stdlib/math-base-special-erfcinv/lib/rational_p5q5.js:
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
*/
