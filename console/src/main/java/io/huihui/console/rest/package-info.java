/** REST: one table of routes, from which both the answers and the OpenAPI document are made. */
package io.huihui.console.rest;
