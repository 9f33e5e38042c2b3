package io.huihui.models.quant;

import io.huihui.models.Require;

/**
 * Everything a whole chain tells at one instant: forwards, implied volatilities, greeks, dealer
 * exposures by strike and by expiry, the gamma profile with its flip, and the walls. Keep one per
 * chain: results live in this object and in the chain's columns until the next call, and nothing is
 * allocated once the chain has its size. Not safe for use by several threads. The result depends on
 * the arguments only, not on earlier calls.
 */
public final class ChainAnalytics {

    private final double rate;
    private final double dividendYield;
    private final DealerPrior prior;

    private final ChainLayout layout = new ChainLayout();
    private final ParityForward parity = new ParityForward();
    private final ChainGreeks greeks = new ChainGreeks();
    private final GammaProfile profile = new GammaProfile();
    private final ExposureTable byStrike = new ExposureTable();
    private final ExposureTable byExpiry = new ExposureTable();
    private double callWall = Double.NaN;
    private double putWall = Double.NaN;
    private int withoutVolatility;

    /**
     * @param assumedRate used where put-call parity does not tell, continuously compounded
     * @param assumedDividendYield likewise
     */
    public ChainAnalytics(double assumedRate, double assumedDividendYield, DealerPrior prior) {
        this.rate = Require.finite("assumedRate", assumedRate);
        this.dividendYield = Require.finite("assumedDividendYield", assumedDividendYield);
        this.prior = Require.present("prior", prior);
    }

    /**
     * Fills the chain's output columns and this object's results.
     *
     * @param spot currency per share
     * @param eventTimeMillis instant of the snapshot; an expiry at or before it has expired and its
     *     contracts get no volatility
     */
    public void analyse(ChainArrays chain, double spot, long eventTimeMillis) {
        Require.positive("spot", spot);
        layout.follow(chain);
        profile.begin(spot);
        greeks.begin(chain, layout, profile, spot, rate - dividendYield);
        for (int expiry = 0; expiry < chain.expiryCount(); expiry++) {
            chain.yearsToExpiry()[expiry] =
                    yearsBetween(eventTimeMillis, chain.expiryTimesMillis()[expiry]);
            findForward(chain, expiry, spot);
            greeks.expiry(expiry);
        }
        profile.finish();
        byStrike.sum(chain, spot, prior, layout.rowOfContract, layout.strikes());
        byExpiry.sum(chain, spot, prior, chain.expiryNumbers(), chain.expiryCount());
        findWalls();
        withoutVolatility = countMissing(chain);
    }

    /** Returns the years of 365 days from one instant to another, intraday part included. */
    public static double yearsBetween(long fromMillis, long toMillis) {
        return (toMillis - fromMillis) / (BlackScholes.DAYS_PER_YEAR * 86_400_000.0);
    }

    /** Returns the exposures by row of {@link #strikeOfRow}. */
    public ExposureTable byStrike() {
        return byStrike;
    }

    /** Returns the strike of a row of {@link #byStrike}, ascending, currency per share. */
    public double strikeOfRow(int row) {
        return layout.strikeOfRow[row];
    }

    /** Returns the exposures by expiry number; its totals are those of the chain. */
    public ExposureTable byExpiry() {
        return byExpiry;
    }

    /** Returns dealer gamma over a grid of spots, and its flip. */
    public GammaProfile gammaProfile() {
        return profile;
    }

    /** Returns the strike of the greatest positive inventory gamma; NaN when there is none. */
    public double callWall() {
        return callWall;
    }

    /** Returns the strike of the greatest negative inventory gamma; NaN when there is none. */
    public double putWall() {
        return putWall;
    }

    /** Returns how many contracts have no volatility; see the chain's status codes for why. */
    public int contractsWithoutVolatility() {
        return withoutVolatility;
    }

    private void findForward(ChainArrays chain, int expiry, double spot) {
        parity.begin(spot, chain.yearsToExpiry()[expiry], rate, dividendYield);
        double[] bid = chain.column(ChainColumn.BID);
        double[] ask = chain.column(ChainColumn.ASK);
        for (int line = layout.expiryBegin[expiry]; line < layout.expiryBegin[expiry + 1]; line++) {
            int call = layout.lineCall[line];
            int put = layout.linePut[line];
            if (call >= 0 && put >= 0) {
                parity.add(layout.lineStrike[line], bid[call], ask[call], bid[put], ask[put]);
            }
        }
        ParityForward.Outcome outcome = parity.solve();
        chain.forward(expiry, parity.forward(), parity.discountFactor(), outcome);
    }

    private void findWalls() {
        callWall = Double.NaN;
        putWall = Double.NaN;
        double most = 0;
        double least = 0;
        for (int row = 0; row < byStrike.rows(); row++) {
            double gamma = byStrike.net(Exposure.GAMMA_PER_PERCENT, row);
            if (gamma > most) {
                most = gamma;
                callWall = layout.strikeOfRow[row];
            }
            if (gamma < least) {
                least = gamma;
                putWall = layout.strikeOfRow[row];
            }
        }
    }

    private static int countMissing(ChainArrays chain) {
        int missing = 0;
        byte[] status = chain.statusCodes();
        for (int i = 0; i < chain.contractCount(); i++) {
            missing += status[i] == ImpliedVolatility.OK_CODE ? 0 : 1;
        }
        return missing;
    }
}
