package io.huihui.stack.cluster;

import io.huihui.stack.StackException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Questions to a Flink cluster and its answers as records; what it refuses is one sentence. */
final class RestClient {

    /** Running a program builds its graph inside the call, and a jar of 100 MB is uploaded. */
    static final Duration CALL = Duration.ofMinutes(2);

    private static final String CAUSED_BY = "Caused by: ";
    private static final String OURS = "io.huihui.";
    private static final String BOUNDARY = "huihui-jar-upload";

    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    RestClient(URI address) {
        this.address = address;
    }

    <A> A get(String path, Class<A> answer) {
        return read(send(request(path).GET()), answer);
    }

    <A> A post(String path, Record question, Class<A> answer) {
        try {
            return post(
                    path,
                    "application/json",
                    BodyPublishers.ofByteArray(json.writeValueAsBytes(question)),
                    answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a question without JSON form: " + question, e);
        }
    }

    /** Sends a jar as a browser's form would. */
    <A> A postJar(String path, Path jar, Class<A> answer) {
        return post(path, "multipart/form-data; boundary=" + BOUNDARY, multipart(jar), answer);
    }

    void patch(String path) {
        send(request(path).method("PATCH", BodyPublishers.noBody()));
    }

    private <A> A post(String path, String contentType, BodyPublisher body, Class<A> answer) {
        return read(send(request(path).header("Content-Type", contentType).POST(body)), answer);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(CALL);
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new StackException("Flink at " + address + " refused: " + refusal(response));
            }
            return response.body();
        } catch (IOException e) {
            throw new StackException(
                    "need a Flink cluster at "
                            + address
                            + ", was no answer ("
                            + e.getClass().getSimpleName()
                            + "): start one with ./huihui up or give its address with --rest",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while waiting for Flink at " + address, e);
        }
    }

    private <A> A read(String body, Class<A> answer) {
        try {
            return json.readValue(body, answer);
        } catch (JsonProcessingException e) {
            throw new StackException(
                    "Flink at "
                            + address
                            + " answered with something else than JSON: "
                            + e.getOriginalMessage(),
                    e);
        }
    }

    private String refusal(HttpResponse<String> response) {
        try {
            List<String> errors =
                    json.readValue(response.body(), RestAnswers.Errors.class).errors();
            return errors == null || errors.isEmpty()
                    ? "status " + response.statusCode()
                    : rootCause(errors.get(errors.size() - 1));
        } catch (JsonProcessingException e) {
            return "status " + response.statusCode();
        }
    }

    /**
     * Returns what a printed stack trace says in one sentence: that of our own exception where
     * there is one, else the last cause; what stands above only says where it was noticed.
     */
    static String rootCause(String stackTrace) {
        String cause = "";
        String sentence = "";
        for (String line : stackTrace.lines().toList()) {
            if (line.startsWith(CAUSED_BY)) {
                cause = line.substring(CAUSED_BY.length()).strip();
            } else if (cause.isEmpty() && !line.isBlank()) {
                cause = line.strip();
            }
            int message = cause.indexOf(": ");
            if (cause.startsWith(OURS) && message > 0) {
                sentence = cause.substring(message + 2);
            }
        }
        return sentence.isEmpty() ? cause : sentence;
    }

    private static BodyPublisher multipart(Path jar) {
        String head =
                "--%s\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\"%s\"\r\nContent-Type: application/x-java-archive\r\n\r\n"
                        .formatted(BOUNDARY, jar.getFileName());
        try (ByteArrayOutputStream body = new ByteArrayOutputStream()) {
            body.write(head.getBytes(StandardCharsets.UTF_8));
            Files.copy(jar, body);
            body.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
            return BodyPublishers.ofByteArray(body.toByteArray());
        } catch (IOException e) {
            throw new StackException("cannot read " + jar + ": " + e, e);
        }
    }
}
