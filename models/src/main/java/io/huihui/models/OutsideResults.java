package io.huihui.models;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import static java.lang.annotation.ElementType.CONSTRUCTOR;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;

/**
 * Marks code whose use of the wall clock or of an unseeded generator never reaches a result:
 * progress lines, timeouts, measurements. The build refuses those calls everywhere else.
 */
@Retention(RetentionPolicy.CLASS)
@Target({TYPE, METHOD, CONSTRUCTOR})
public @interface OutsideResults {
    /** Why the call cannot change a result. */
    String value();
}
