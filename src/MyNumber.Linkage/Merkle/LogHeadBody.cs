using System.Formats.Asn1;

namespace MyNumber.Linkage.Merkle;

/// <summary>What is signed of a head.</summary>
internal sealed record LogHeadBody(string Origin, long Number, long Size, Digest Root, DateTimeOffset Time, Digest Previous)
{
    private const string Label = "mynumber.log-head.1";
    private const int MaxOrigin = 64;

    public static bool IsOrigin(string? text) => text is { Length: >= 1 and <= MaxOrigin } && !text.AsSpan().ContainsAnyExceptInRange('!', '~');

    public byte[] Encode()
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteCharacterString(UniversalTagNumber.IA5String, Label);
            writer.WriteCharacterString(UniversalTagNumber.IA5String, Origin);
            writer.WriteInteger(Number);
            writer.WriteInteger(Size);
            writer.WriteOctetString(Root.ToArray());
            writer.WriteInteger(Time.ToUnixTimeMilliseconds());
            writer.WriteOctetString(Previous.ToArray());
        }

        return writer.Encode();
    }

    public static LogHeadBody? Read(AsnReader reader)
    {
        bool labelled = reader.ReadCharacterString(UniversalTagNumber.IA5String) == Label;
        string origin = reader.ReadCharacterString(UniversalTagNumber.IA5String);
        bool whole = reader.TryReadInt64(out long number) & reader.TryReadInt64(out long size);
        byte[] root = reader.ReadOctetString();
        whole &= reader.TryReadInt64(out long time);
        byte[] previous = reader.ReadOctetString();
        bool fits = labelled && whole && IsOrigin(origin) && number >= 0 && size >= 0 && root.Length == Digest.Length && previous.Length == Digest.Length
            && time >= 0 && time <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() && !reader.HasData;
        return fits
            ? new LogHeadBody(origin, number, size, Digest.FromBytes(root), DateTimeOffset.FromUnixTimeMilliseconds(time), Digest.FromBytes(previous))
            : null;
    }
}
