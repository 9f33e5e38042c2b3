package io.huihui.models;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import static java.lang.annotation.ElementType.RECORD_COMPONENT;

/**
 * Marks a text, enum or record component that may be null, i.e. missing. Boxed numbers may always
 * be. The wire format needs to know; a component without the mark is never null.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(RECORD_COMPONENT)
public @interface OrNull {}
