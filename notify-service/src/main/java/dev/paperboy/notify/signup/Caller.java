package dev.paperboy.notify.signup;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a request comes from, as coarse as one household: an IPv4 /24 or an IPv6 /64. */
record Caller(String network) {
  /**
   * The network of an address.
   *
   * @param address literal IPv4 or IPv6; anything else is one network of its own, called unknown
   */
  static Caller of(String address) {
    if (address == null || !address.matches("[0-9a-fA-F:.]{2,45}")) {
      return new Caller("unknown");
    }
    try {
      // A literal is never looked up.
      byte[] bytes = InetAddress.getByName(address).getAddress();
      int kept = bytes.length == 4 ? 3 : 8;
      return new Caller(HexFormat.of().formatHex(Arrays.copyOf(bytes, kept)));
    } catch (UnknownHostException e) {
      return new Caller("unknown");
    }
  }
}
