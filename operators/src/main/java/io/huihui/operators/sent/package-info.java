/** What is sent to all symbols of a running job, in broadcast state. */
package io.huihui.operators.sent;
