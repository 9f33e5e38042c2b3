package io.huihui.connectors.provider;

import io.huihui.connectors.batch.Pause;
import io.huihui.models.OutsideResults;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls to one provider: within its rate, all that one chain takes within one deadline, tried again
 * where that can help.
 *
 * <p>A call that hangs is not tried again, since whoever waits for it has another provider; one
 * that was refused at once is.
 */
final class ProviderHttp {

    private static final int TRIES = 2;

    /** Mean pause before the second try; half as much to half more, so that tries do not meet. */
    private static final long PAUSE_MILLIS = 100;

    /** As many as a browser opens to one server; its chains then come in a few round trips. */
    private static final int CALLS_AT_ONCE = 6;

    private static final long IDLE_SECONDS = 10;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private static final int DONE = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int SERVER_FAULT = 500;

    /** Tradier says here how many calls are left. */
    private static final String LEFT = "X-Ratelimit-Available";

    /** After how many seconds a call may be made again. */
    private static final String RETRY_AFTER = "Retry-After";

    private static final long MILLIS_PER_SECOND = 1_000;

    /** What is usually meant by too many: too many for this minute. */
    private static final long USUAL_RETRY_MILLIS = 1_000;

    private static final long LONGEST_RETRY_MILLIS = 300_000;

    private final String provider;
    private final String credentials;
    private final RateLimit rate;
    private final long deadlineNanos;
    private final Pause pause;
    private final SplittableRandom jitter;
    private final HttpClient client;
    private final ExecutorService threads;

    /**
     * @param credentials where they come from, for the sentence when they are refused
     * @param deadline for all calls of one chain
     * @param seed of the pauses before second tries
     */
    ProviderHttp(
            String provider,
            String credentials,
            RateLimit rate,
            Duration deadline,
            Pause pause,
            long seed) {
        this.provider = provider;
        this.credentials = credentials;
        this.rate = rate;
        this.deadlineNanos = deadline.toNanos();
        this.pause = pause;
        this.jitter = new SplittableRandom(seed);
        this.client =
                HttpClient.newBuilder()
                        .connectTimeout(deadline)
                        .cookieHandler(new CookieManager())
                        .build();
        this.threads = threads(provider);
    }

    static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).header("Accept", "application/json");
    }

    /** A provider's calls wait for the network, so few threads have many of them under way. */
    private static ExecutorService threads(String provider) {
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(
                        CALLS_AT_ONCE,
                        CALLS_AT_ONCE,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        work -> {
                            Thread thread = new Thread(work, provider + "-calls");
                            thread.setDaemon(true);
                            return thread;
                        });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** Begins the calls of one chain, and with them their deadline. */
    Round begin() {
        return new Round(nanos() + deadlineNanos);
    }

    @OutsideResults("When a call is given up; another provider is asked then.")
    private static long nanos() {
        return System.nanoTime();
    }

    /** Calls that share a deadline. */
    final class Round {

        private final long endNanos;

        private Round(long endNanos) {
            this.endNanos = endNanos;
        }

        /**
         * Returns the body of the answer.
         *
         * @throws ProviderUnavailableException in one sentence without query or credentials
         */
        String call(HttpRequest request) throws ProviderUnavailableException {
            waitForRate(request);
            return answer(request);
        }

        /** Makes a call that has been taken from the rate, and if need be another. */
        private String answer(HttpRequest request) throws ProviderUnavailableException {
            String found = null;
            for (int tries = 0; tries < TRIES; tries++) {
                if (tries > 0) {
                    sleep(request, pauseMillis());
                    waitForRate(request);
                }
                try {
                    HttpResponse<byte[]> answer = send(request);
                    noteRate(answer);
                    if (answer.statusCode() == DONE) {
                        return new String(answer.body(), StandardCharsets.UTF_8);
                    }
                    if (answer.statusCode() < SERVER_FAULT) {
                        throw refusal(request, answer.statusCode());
                    }
                    found = "status " + answer.statusCode();
                } catch (ExecutionException broken) {
                    if (!(broken.getCause() instanceof IOException)) {
                        throw failed(request, String.valueOf(broken.getCause()), broken);
                    }
                    found = String.valueOf(broken.getCause());
                } catch (TimeoutException hangs) {
                    throw failed(request, tooLate(), hangs);
                } catch (InterruptedException ended) {
                    throw interrupted(request, ended);
                }
            }
            throw failed(request, found + " twice", null);
        }

        /**
         * Returns the bodies of the answers, in the order of the requests, some of which are under
         * way at the same time.
         *
         * @throws ProviderUnavailableException of the first request that was not answered; the
         *     others are given up
         */
        List<String> callAll(List<HttpRequest> requests) throws ProviderUnavailableException {
            List<Future<String>> calls = new ArrayList<>();
            try {
                for (HttpRequest request : requests) {
                    waitForRate(request);
                    calls.add(threads.submit(() -> answer(request)));
                }
                List<String> bodies = new ArrayList<>();
                for (int i = 0; i < calls.size(); i++) {
                    bodies.add(body(requests.get(i), calls.get(i)));
                }
                return bodies;
            } finally {
                calls.forEach(call -> call.cancel(true));
            }
        }

        private String body(HttpRequest request, Future<String> call)
                throws ProviderUnavailableException {
            try {
                return call.get();
            } catch (ExecutionException thrown) {
                if (thrown.getCause() instanceof ProviderUnavailableException unavailable) {
                    throw unavailable;
                }
                throw failed(request, String.valueOf(thrown.getCause()), thrown);
            } catch (InterruptedException ended) {
                throw interrupted(request, ended);
            }
        }

        /** The deadline holds until the last byte; a request's own timeout does not. */
        private HttpResponse<byte[]> send(HttpRequest request)
                throws ExecutionException, TimeoutException, InterruptedException {
            CompletableFuture<HttpResponse<byte[]>> answer =
                    client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
            try {
                return answer.get(Math.max(0, endNanos - nanos()), TimeUnit.NANOSECONDS);
            } finally {
                answer.cancel(true);
            }
        }

        private void waitForRate(HttpRequest request) throws ProviderUnavailableException {
            for (long wait = rate.take(); wait > 0; wait = rate.take()) {
                if (wait * NANOS_PER_MILLI > endNanos - nanos()) {
                    throw new NoCallLeftException(
                            sentence(request, "no call left for " + wait + " ms"));
                }
                sleep(request, wait);
            }
        }

        private void sleep(HttpRequest request, long millis) throws ProviderUnavailableException {
            try {
                pause.of(Duration.ofMillis(millis));
            } catch (InterruptedException ended) {
                throw interrupted(request, ended);
            }
        }
    }

    private void noteRate(HttpResponse<byte[]> answer) {
        if (answer.statusCode() == TOO_MANY) {
            rate.exhausted(retryMillis(answer));
        } else if (answer.headers().firstValue(LEFT).orElse("").equals("0")) {
            rate.exhausted(0);
        }
    }

    private static long retryMillis(HttpResponse<byte[]> answer) {
        String seconds = answer.headers().firstValue(RETRY_AFTER).orElse("");
        return seconds.matches("\\d{1,6}")
                ? Math.min(LONGEST_RETRY_MILLIS, Long.parseLong(seconds) * MILLIS_PER_SECOND)
                : USUAL_RETRY_MILLIS;
    }

    private synchronized long pauseMillis() {
        return PAUSE_MILLIS / 2 + jitter.nextLong(PAUSE_MILLIS);
    }

    private String tooLate() {
        return "not there within "
                + deadlineNanos / NANOS_PER_MILLI
                + " ms for all calls of a chain";
    }

    private ProviderUnavailableException refusal(HttpRequest request, int status) {
        if (status == TOO_MANY) {
            return new NoCallLeftException(sentence(request, "status 429: too many calls"));
        }
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            return failed(request, "status " + status + "; check " + credentials, null);
        }
        return failed(request, "status " + status, null);
    }

    private ProviderUnavailableException interrupted(
            HttpRequest request, InterruptedException ended) {
        Thread.currentThread().interrupt();
        return failed(request, "interrupted", ended);
    }

    private ProviderUnavailableException failed(
            HttpRequest request, String found, Throwable cause) {
        return new ProviderUnavailableException(sentence(request, found), cause);
    }

    private String sentence(HttpRequest request, String found) {
        return "need an answer of "
                + provider
                + " to "
                + request.uri().getPath()
                + ", was "
                + found;
    }
}
