/** The exchange's clock: trading days, half days, sessions and days to expiry, New York time. */
package io.huihui.models.calendar;
