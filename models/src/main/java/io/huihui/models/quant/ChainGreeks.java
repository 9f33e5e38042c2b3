package io.huihui.models.quant;

/**
 * Implied volatilities and greeks of all contracts of one expiry. The volatility belongs to the
 * strike: it comes from the mid of the out-of-the-money side (which parity makes that of the other
 * side too), or from the in-the-money side where only that one is quoted. Both contracts of the
 * strike carry it.
 */
final class ChainGreeks {

    /** How far spot may have moved between a chain and the quote that spot comes from. */
    private static final double SPOT_NOISE = 0.002;

    /** A carry per year this far from the assumed one is none, if so small a move explains it. */
    private static final double CARRY_BAND = 0.05;

    private final LineSolver solver = new LineSolver();

    private ChainArrays chain;
    private ChainLayout layout;
    private GammaProfile profile;

    /** The chain's live arrays, fetched once an analysis. */
    private double[] bids;

    private double[] asks;
    private double[] inventories;
    private double[] vols;
    private double[] deltas;
    private double[] gammas;
    private double[] thetas;
    private double[] vegas;
    private double[] vannas;
    private double[] vommas;
    private double[] charms;
    private byte[] statusCodes;
    private int[] multipliers;

    private double spot;
    private double years;
    private double rootYears;
    private double forward;
    private double rootForward;
    private double logForward;
    private double discount;
    private double rate;
    private double assumedCarry;
    private double yield;
    private double dividendDiscount;

    /** Two nearest solved lines on the way out from the forward: log strike and total vol. */
    private double nearLogStrike;

    private double nearTotalVol;
    private double farLogStrike;
    private double farTotalVol;

    void begin(
            ChainArrays chain,
            ChainLayout layout,
            GammaProfile profile,
            double spot,
            double assumedCarry) {
        this.assumedCarry = assumedCarry;
        this.chain = chain;
        this.layout = layout;
        this.profile = profile;
        this.spot = spot;
        bids = chain.column(ChainColumn.BID);
        asks = chain.column(ChainColumn.ASK);
        inventories = chain.column(ChainColumn.INVENTORY);
        vols = chain.column(ChainColumn.IMPLIED_VOL);
        deltas = chain.column(ChainColumn.DELTA);
        gammas = chain.column(ChainColumn.GAMMA);
        thetas = chain.column(ChainColumn.THETA_PER_DAY);
        vegas = chain.column(ChainColumn.VEGA);
        vannas = chain.column(ChainColumn.VANNA);
        vommas = chain.column(ChainColumn.VOMMA);
        charms = chain.column(ChainColumn.CHARM_PER_DAY);
        statusCodes = chain.statusCodes();
        multipliers = chain.multipliers();
    }

    /** Fills the lines of one expiry and adds them to the gamma profile. */
    void expiry(int expiry) {
        int begin = layout.expiryBegin[expiry];
        int end = layout.expiryBegin[expiry + 1];
        years = chain.yearsToExpiry()[expiry];
        if (!(years > 0)) {
            for (int line = begin; line < end; line++) {
                fail(line, ImpliedVolatility.Status.INVALID.code());
            }
            return;
        }
        forward = chain.forwards()[expiry];
        discount = chain.discountFactors()[expiry];
        rootYears = Math.sqrt(years);
        rootForward = Math.sqrt(forward);
        logForward = Math.log(forward);
        rate = -Math.log(discount) / years;
        yield = rate - carry();
        dividendDiscount = discount * forward / spot;
        int middle = begin;
        while (middle < end && layout.lineStrike[middle] < forward) {
            middle++;
        }
        walk(middle, end, 1);
        walk(middle - 1, begin - 1, -1);
    }

    /**
     * Returns how fast the forward leaves the spot, per year. Spot and chain are not of the same
     * instant: over a day or less a hundredth of a percent between them would look like a carry of
     * tens of percent, which theta and charm then hold.
     */
    private double carry() {
        double moved = Math.log(forward / spot);
        boolean noise =
                Math.abs(moved - assumedCarry * years) < SPOT_NOISE
                        && Math.abs(moved / years - assumedCarry) > CARRY_BAND;
        return noise ? assumedCarry : moved / years;
    }

    private void walk(int from, int until, int direction) {
        nearTotalVol = Double.NaN;
        farTotalVol = Double.NaN;
        for (int line = from; line != until; line += direction) {
            line(line);
        }
    }

    private void line(int line) {
        double strike = layout.lineStrike[line];
        boolean callIsOut = strike >= forward;
        int out = callIsOut ? layout.lineCall[line] : layout.linePut[line];
        int in = callIsOut ? layout.linePut[line] : layout.lineCall[line];
        double rootScale = rootForward * layout.lineRootStrike[line];
        double intrinsic = 0;
        double undiscounted = undiscountedMid(out);
        if (!(undiscounted > 0)) {
            intrinsic = Math.abs(forward - strike);
            undiscounted = undiscountedMid(in);
        }
        if (!(undiscounted > 0)) {
            fail(line, ImpliedVolatility.Status.INVALID.code());
            return;
        }
        double rounding = ImpliedVolatility.rounding(undiscounted, intrinsic);
        double timeValue = undiscounted - intrinsic;
        if (!(timeValue > rounding)) {
            boolean below = timeValue < -rounding;
            fail(
                    line,
                    (below
                                    ? ImpliedVolatility.Status.BELOW_INTRINSIC
                                    : ImpliedVolatility.Status.VEGA_TOO_SMALL)
                            .code());
            return;
        }
        solveLine(line, timeValue, rounding, rootScale);
    }

    private void solveLine(int line, double timeValue, double rounding, double rootScale) {
        double moneyness = logForward - layout.lineLogStrike[line];
        double x = -Math.abs(moneyness);
        double ratio = layout.lineRootStrike[line] / rootForward;
        double bound = Math.min(ratio, 1 / ratio);
        double target = timeValue / rootScale;
        if (!(target < bound)) {
            fail(line, ImpliedVolatility.Status.ABOVE_BOUND.code());
            return;
        }
        solver.solve(target, x, bound, guess(line));
        double uncertainty = rounding / (rootScale * solver.slope() * rootYears);
        if (!(uncertainty <= ImpliedVolatility.ACCURACY)) {
            fail(line, ImpliedVolatility.Status.VEGA_TOO_SMALL.code());
            return;
        }
        farTotalVol = nearTotalVol;
        farLogStrike = nearLogStrike;
        nearTotalVol = solver.totalVol();
        nearLogStrike = layout.lineLogStrike[line];
        write(line, moneyness, x, ratio);
    }

    /** Straight line through the two nearest solved lines, kept near the nearer one. */
    private double guess(int line) {
        if (!(farTotalVol > 0)) {
            return nearTotalVol;
        }
        double part = (layout.lineLogStrike[line] - nearLogStrike) / (nearLogStrike - farLogStrike);
        double guess = nearTotalVol + part * (nearTotalVol - farTotalVol);
        return Math.min(
                Math.max(guess, nearTotalVol / ImpliedVolatility.GUESS_FACTOR),
                nearTotalVol * ImpliedVolatility.GUESS_FACTOR);
    }

    private double undiscountedMid(int contract) {
        if (contract < 0) {
            return Double.NaN;
        }
        double bid = bids[contract];
        double ask = asks[contract];
        boolean quoted = bid > 0 && ask >= bid && ask < Double.POSITIVE_INFINITY;
        return quoted ? 0.5 * (bid + ask) / discount : Double.NaN;
    }

    /** Writes volatility and greeks of call and put from the normal terms the solver holds. */
    private void write(int line, double moneyness, double x, double rootStrikeOverForward) {
        double s = solver.totalVol();
        double vol = s / rootYears;
        double above = x / s + 0.5 * s;
        double below = x / s - 0.5 * s;
        boolean callIsOut = moneyness <= 0;
        double d1 = callIsOut ? above : -below;
        double d2 = d1 - s;
        double density = solver.slope() * rootStrikeOverForward;
        double densityStrike = solver.slope() / rootStrikeOverForward;
        double cdfAbove = solver.ratioAbove() * (callIsOut ? density : densityStrike);
        double cdfBelow = solver.ratioBelow() * (callIsOut ? densityStrike : density);
        double callDelta = dividendDiscount * (callIsOut ? cdfAbove : 1 - cdfBelow);
        double putDelta = -dividendDiscount * (callIsOut ? 1 - cdfAbove : cdfBelow);
        double callCdf2 = callIsOut ? cdfBelow : 1 - cdfAbove;
        double putCdf2 = callIsOut ? 1 - cdfBelow : cdfAbove;
        double weighted = dividendDiscount * density;
        double gamma = weighted / (spot * s);
        double vega = spot * weighted * rootYears;
        double vanna = -weighted * d2 / vol;
        double vomma = vega * d1 * d2 / vol;
        double drift = weighted * ((rate - yield) / s - 0.5 * d2 / years);
        double decay = -0.5 * vega * vol / years;
        double strikeCarry = rate * layout.lineStrike[line] * discount;
        int call = layout.lineCall[line];
        int put = layout.linePut[line];
        double shares = 0;
        if (call >= 0) {
            both(call, vol, gamma, vega, vanna, vomma);
            double theta = decay + yield * spot * callDelta - strikeCarry * callCdf2;
            side(call, callDelta, theta, yield * callDelta - drift);
            shares += heldShares(call);
        }
        if (put >= 0) {
            both(put, vol, gamma, vega, vanna, vomma);
            double theta = decay + yield * spot * putDelta + strikeCarry * putCdf2;
            side(put, putDelta, theta, yield * putDelta - drift);
            shares += heldShares(put);
        }
        if (shares != 0) {
            profile.add(shares, moneyness, s, dividendDiscount);
        }
    }

    private void both(
            int contract, double vol, double gamma, double vega, double vanna, double vomma) {
        statusCodes[contract] = ImpliedVolatility.OK_CODE;
        vols[contract] = vol;
        gammas[contract] = gamma;
        vegas[contract] = vega;
        vannas[contract] = vanna;
        vommas[contract] = vomma;
    }

    private void side(int contract, double delta, double thetaPerYear, double charmPerYear) {
        deltas[contract] = delta;
        thetas[contract] = thetaPerYear / BlackScholes.DAYS_PER_YEAR;
        charms[contract] = charmPerYear / BlackScholes.DAYS_PER_YEAR;
    }

    private double heldShares(int contract) {
        double inventory = inventories[contract];
        return !Double.isNaN(inventory) ? inventory * multipliers[contract] : 0;
    }

    private void fail(int line, byte code) {
        fail(layout.lineCall[line], layout.linePut[line], code);
    }

    private void fail(int call, int put, byte code) {
        for (int side = 0; side < 2; side++) {
            int contract = side == 0 ? call : put;
            if (contract >= 0) {
                statusCodes[contract] = code;
                both(contract, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
                side(contract, Double.NaN, Double.NaN, Double.NaN);
                statusCodes[contract] = code;
            }
        }
    }
}
