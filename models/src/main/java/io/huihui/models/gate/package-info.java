/** The gate joins the opinions on one snapshot to one verdict. */
package io.huihui.models.gate;
