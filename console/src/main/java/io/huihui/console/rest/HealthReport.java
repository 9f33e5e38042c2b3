package io.huihui.console.rest;

import io.huihui.console.market.KafkaReader;
import io.huihui.console.store.StoreAwayException;
import io.huihui.console.view.Breaker;
import io.huihui.console.view.Health;
import io.huihui.console.view.JobHealth;
import io.huihui.models.OutsideResults;
import io.huihui.models.decision.Alert;
import io.huihui.models.decision.AlertKind;

import java.util.concurrent.TimeUnit;

/** How everything is doing; the job is asked once in two seconds, whoever wants to know. */
final class HealthReport {

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Api.Sources sources;
    private JobHealth job;
    private String jobTrouble = "not asked yet";
    private long askedNanos;
    private boolean asked;

    HealthReport(Api.Sources sources) {
        this.sources = sources;
    }

    @OutsideResults("Ages for a person.")
    synchronized Health now() {
        if (!asked || System.nanoTime() - askedNanos > FRESH_NANOS) {
            ask();
            asked = true;
            askedNanos = System.nanoTime();
        }
        KafkaReader reader = sources.reader();
        long read = reader.readMillis();
        return new Health(
                reader.trouble().isEmpty() ? null : reader.trouble(),
                read == 0 ? null : System.currentTimeMillis() - read,
                reader.records(),
                reader.undecodable(),
                job,
                jobTrouble,
                sources.market().breakers().stream().map(HealthReport::breaker).toList(),
                reader.sinceEvent().bins(),
                reader.sinceKafka().bins(),
                sources.hub().compassTimes(),
                sources.hub().clients(),
                sources.hub().frames(),
                sources.hub().conflated());
    }

    private void ask() {
        if (sources.job() == null) {
            jobTrouble = "need Flink's address to tell of the job; start the console with --flink";
            return;
        }
        try {
            job = sources.job().health();
            jobTrouble = null;
        } catch (StoreAwayException e) {
            job = null;
            jobTrouble = e.getMessage();
        }
    }

    private static Breaker breaker(Alert alert) {
        return new Breaker(
                alert.snapshot().symbol(),
                alert.subject(),
                alert.kind() == AlertKind.BREAKER_OPENED,
                alert.snapshot().secondEndMillis(),
                alert.sentence());
    }
}
