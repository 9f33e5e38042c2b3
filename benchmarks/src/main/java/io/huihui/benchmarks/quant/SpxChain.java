package io.huihui.benchmarks.quant;

import io.huihui.benchmarks.MissingInputException;
import io.huihui.benchmarks.Recordings;
import io.huihui.models.quant.ChainArrays;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * One recorded end-of-day chain of SPX options (CBOE's delayed quotes, 2019) with the exchange's
 * own volatility and delta. Dealers are taken to hold what the prior says of open interest, since
 * the recording has no flow.
 *
 * @param cboeVol by contract; the recording's 0.02 means "none"
 * @param cboeDelta by contract
 */
// Two of these are never compared.
@SuppressWarnings("ArrayRecordComponent")
record SpxChain(
        ChainArrays chain,
        double spot,
        long eventTimeMillis,
        double[] cboeVol,
        double[] cboeDelta) {

    private static final String FOLDER = "spx_chains_2019";

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.ROOT);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);

    /** Series of root SPX settle on the opening prices of their last day, SPXW on the close. */
    private static final LocalTime MORNING_SETTLEMENT = LocalTime.of(9, 30);

    private static final int SHARES = 100;

    /**
     * Returns the file of a session, e.g. {@code 20190425}.
     *
     * @throws MissingInputException when no folder with recordings has it
     */
    static Path file(String session) {
        return Recordings.file(FOLDER, "SPX_" + session + ".csv.gz");
    }

    /** Returns the chain of a session. */
    static SpxChain read(String session) {
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file(session))),
                                StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                rows.add(line.split(",", -1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(rows);
    }

    private static SpxChain of(List<String[]> rows) {
        ChainArrays chain = new ChainArrays();
        Map<Long, Integer> expiries = new LinkedHashMap<>();
        double[] cboeVol = new double[rows.size()];
        double[] cboeDelta = new double[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            String[] row = rows.get(i);
            boolean morning = !row[3].startsWith("SPXW");
            long expiry = instant(row[5], morning ? MORNING_SETTLEMENT : CLOSE);
            int number = expiries.computeIfAbsent(expiry, chain::addExpiry);
            boolean call = row[4].equals("call");
            chain.addContract(number, Double.parseDouble(row[7]), call, SHARES);
            chain.quote(i, Double.parseDouble(row[10]), Double.parseDouble(row[11]));
            double openInterest = Double.parseDouble(row[13]);
            chain.position(i, openInterest, call ? openInterest : -openInterest);
            cboeVol[i] = Double.parseDouble(row[14]);
            cboeDelta[i] = Double.parseDouble(row[15]);
        }
        String[] first = rows.get(0);
        return new SpxChain(
                chain, Double.parseDouble(first[1]), instant(first[6], CLOSE), cboeVol, cboeDelta);
    }

    private static long instant(String date, LocalTime time) {
        return LocalDate.parse(date, DATE).atTime(time).atZone(NEW_YORK).toInstant().toEpochMilli();
    }
}
