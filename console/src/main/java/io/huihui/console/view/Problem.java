package io.huihui.console.view;

/**
 * Why a request was refused.
 *
 * @param status the status of HTTP, e.g. 404
 * @param sentence what was needed, what was found and what to do
 */
public record Problem(int status, String sentence) {}
