# Writes black-scholes-golden.csv and normal-golden.csv. Run: python3 -m venv v && v/bin/pip install mpmath==1.4.1 && v/bin/python golden.py
# Prices and greeks by 60-digit arithmetic: price from the normal cdf, greeks by numerical
# differentiation of the price, so no closed form of a greek is assumed.
import itertools, mpmath as mp
mp.mp.dps = 60
def price(S,K,T,r,q,v,call):
    sd=v*mp.sqrt(T); d1=(mp.log(S/K)+(r-q)*T)/sd+sd/2; d2=d1-sd
    s=1 if call else -1
    N=lambda z: mp.erfc(-z/mp.sqrt(2))/2
    return s*(S*mp.e**(-q*T)*N(s*d1)-K*mp.e**(-r*T)*N(s*d2))
def diff(f,x,orders):
    return mp.diff(f,x,orders)
M=mp.mpf
MIN=M(1)/(365*24*60)
cases=[]
for K,T,v in itertools.product(['60','90','100','105','160'],[M(1)/365,M(30)/365,M(2)],['0.05','0.2','0.8']):
    cases.append(('100',K,T,'0.03','0.015',v))
cases+= [('100',K,MIN,'0.05','0.0',v) for K in ('99.95','100','100.03') for v in ('0.1','0.6')]
cases+= [('100',K,M(T)/365,'0.02','0.01','5.0') for K in ('20','100','400') for T in (1,90)]
cases+= [('5000',K,M(7)/365,'0.0','0.0','0.15') for K in ('4000','4700','5000','5300','6200')]
cases+= [('4000',K,M(45)/365,'-0.005','0.03','0.22') for K in ('3000','4000','5100')]
out=['spot,strike,years,rate,dividend_yield,vol,is_call,price,delta,gamma,theta_per_day,vega,vanna,vomma,charm_per_day,speed,zomma,color_per_day,ultima']
for S,K,T,r,q,v in cases:
  T=M(repr(float(T))) ; S_,K_,r_,q_,v_=map(lambda t:M(repr(float(t))),(S,K,r,q,v))
  # exact doubles
  T=M(float(T)); S_,K_,r_,q_,v_=[M(float(t)) for t in (S,K,r,q,v)]
  for call in (1,0):
    f=lambda s,t,w: price(s,K_,t,r_,q_,w,call)
    d=lambda *o: diff(f,(S_,T,v_),o)
    p=f(S_,T,v_)
    g=[p,d(1,0,0),d(2,0,0),-d(0,1,0)/365,d(0,0,1),d(1,0,1),d(0,0,2),-d(1,1,0)/365,d(3,0,0),d(2,0,1),-d(2,1,0)/365,d(0,0,3)]
    out.append(','.join([S,K,repr(float(T)),r,q,v,str(call)]+[mp.nstr(z,17,min_fixed=0,max_fixed=0) for z in g]))
open('black-scholes-golden.csv','w').write('\n'.join(out)+'\n')
nb=['z,cdf,erfcx']
for z in ['-38','-30','-20','-12','-8.3','-6','-5.7','-4','-3','-1.5','-0.7','-0.66','-0.5','-0.1','-1e-8','0','1e-8','0.3','0.66','0.67','1','2','3.3','5','8','12','20']:
    zz=M(float(z)); nb.append(f"{z},{mp.nstr(mp.erfc(-zz/mp.sqrt(2))/2,18)},{mp.nstr(mp.e**(zz*zz)*mp.erfc(zz),18)}")
open('normal-golden.csv','w').write('\n'.join(nb)+'\n')
