import type {LiveFrame, Subscription} from "../generated/records";
import {decodeCompass, type CompassFrame} from "./compass-frame";
import type {Store} from "./store";

const FIRST_WAIT_MILLIS = 500;
const LONGEST_WAIT_MILLIS = 8_000;
/** The server says something every five seconds; after this it is taken to be gone. */
const SILENCE_MILLIS = 15_000;

/** Keeps a connection to the server, asks anew after each loss, and hands on what it says. */
export class Live {
  private socket: WebSocket | null = null;
  private wanted: Subscription = {topics: [], symbols: [], features: []};
  private waitMillis = FIRST_WAIT_MILLIS;
  private heard = 0;

  constructor(private readonly store: Store, private readonly onCompass: (frame: CompassFrame) => void) {
    setInterval(() => this.watch(), 1_000);
  }

  /** Says what is wanted from now on; connects where there is no connection. */
  want(subscription: Subscription): void {
    this.wanted = subscription;
    if (this.socket === null) {
      this.connect();
    } else if (this.socket.readyState === WebSocket.OPEN) {
      this.socket.send(JSON.stringify(subscription));
    }
  }

  private connect(): void {
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(`${scheme}//${location.host}/live`);
    socket.binaryType = "arraybuffer";
    this.socket = socket;
    socket.onopen = () => {
      this.waitMillis = FIRST_WAIT_MILLIS;
      this.heard = performance.now();
      socket.send(JSON.stringify(this.wanted));
    };
    socket.onmessage = (message: MessageEvent<string | ArrayBuffer>) => {
      this.heard = performance.now();
      if (typeof message.data === "string") {
        this.store.take(JSON.parse(message.data) as LiveFrame, Date.now());
      } else {
        this.onCompass(decodeCompass(message.data));
      }
    };
    socket.onclose = () => {
      if (this.socket === socket) { this.again(); }
    };
  }

  private again(): void {
    this.socket = null;
    this.store.lost();
    setTimeout(() => this.connect(), this.waitMillis);
    this.waitMillis = Math.min(LONGEST_WAIT_MILLIS, this.waitMillis * 2);
  }

  private watch(): void {
    if (this.socket?.readyState === WebSocket.OPEN && performance.now() - this.heard > SILENCE_MILLIS) {
      this.socket.close();
    }
  }
}
