using System.Formats.Asn1;
using System.Text;

namespace MyNumber.Jpki.Tests.Shaped;

/// <summary>Small pieces of DER, written by hand.</summary>
internal static class RawParts
{
    public static byte[] Wrap(byte tag, byte[] contents)
    {
        byte[] length = contents.Length < 0x80 ? [(byte)contents.Length]
            : contents.Length < 0x100 ? [0x81, (byte)contents.Length]
            : [0x82, (byte)(contents.Length >> 8), (byte)(contents.Length & 0xFF)];
        return [tag, .. length, .. contents];
    }

    public static byte[] Time(byte tag, string text) => Wrap(tag, Encoding.ASCII.GetBytes(text));

    public static byte[] Oid(string oid)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        writer.WriteObjectIdentifier(oid);
        return writer.Encode();
    }

    /// <summary>A Name: attribute types as the last number under 2.5.4, each with its string tag.</summary>
    public static byte[] Name(params (byte Type, byte Tag, string Text)[] attributes) =>
        Wrap(0x30, [.. attributes.SelectMany(one => Wrap(0x31, Wrap(0x30, [0x06, 0x03, 0x55, 0x04, one.Type, .. Wrap(one.Tag, Encoding.UTF8.GetBytes(one.Text))])))]);

    /// <summary>GeneralNames with one directoryName.</summary>
    public static byte[] Directory(byte[] name) => Wrap(0x30, Wrap(0xA4, name));

    public static byte[] Point(byte[] name) => Wrap(0x30, Wrap(0x30, Wrap(0xA0, Wrap(0xA0, Wrap(0xA4, name)))));

    /// <summary>certificatePolicies with one policy and one CPS address.</summary>
    public static byte[] Policies(string policy, string address, byte tag = 0x16) =>
        Wrap(0x30, Wrap(0x30, [.. Oid(policy), .. Wrap(0x30, Wrap(0x30, [.. Oid("1.3.6.1.5.5.7.2.1"), .. Wrap(tag, Encoding.ASCII.GetBytes(address))]))]));

    public static byte[] Access(string address) =>
        Wrap(0x30, Wrap(0x30, [.. Oid("1.3.6.1.5.5.7.48.1"), .. Wrap(0x86, Encoding.ASCII.GetBytes(address))]));

    public static byte[] OtherName(string oid, byte tag, string text) =>
        Wrap(0xA0, [.. Oid(oid), .. Wrap(0xA0, Wrap(tag, Encoding.UTF8.GetBytes(text)))]);
}
