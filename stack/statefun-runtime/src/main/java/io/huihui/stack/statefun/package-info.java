/** The main class of the Stateful Functions process; seen by no other module at compile time. */
package io.huihui.stack.statefun;
