using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using MyNumber.Jpki.Services;

namespace MyNumber.Jpki.AspNetCore.Challenges;

/// <summary>A challenge as bytes: version, purpose, both instants, then four texts in UTF-8, each after its length in two bytes, and perhaps a fifth. All integers big-endian.</summary>
internal static class ChallengeCoding
{
    private const byte Version = 1;
    private const int HeadLength = 18;
    private const int MostTexts = 5;

    public static byte[] Write(HolderChallenge challenge)
    {
        ArrayBufferWriter<byte> writer = new(512);
        Span<byte> head = writer.GetSpan(HeadLength)[..HeadLength];
        head[0] = Version;
        head[1] = (byte)challenge.Purpose;
        BinaryPrimitives.WriteInt64BigEndian(head[2..], challenge.IssuedAt.UtcTicks);
        BinaryPrimitives.WriteInt64BigEndian(head[10..], challenge.ExpiresAt.UtcTicks);
        writer.Advance(HeadLength);
        Write(writer, challenge.Origin);
        Write(writer, challenge.Audience);
        Write(writer, challenge.Id);
        Write(writer, challenge.Session);
        if (challenge.Text is { } text)
        {
            Write(writer, text);
        }

        return writer.WrittenSpan.ToArray();
    }

    /// <summary>Reads what a cache gave back; no bytes throw.</summary>
    /// <returns>The challenge, or <see langword="null"/> when the bytes are of another shape.</returns>
    public static HolderChallenge? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeadLength || bytes[0] != Version
            || !TryReadInstant(bytes[2..], out DateTimeOffset issuedAt) || !TryReadInstant(bytes[10..], out DateTimeOffset expiresAt)
            || ReadTexts(bytes[HeadLength..]) is not { Count: MostTexts - 1 or MostTexts } texts)
        {
            return null;
        }

        try
        {
            HolderStatement statement = new((StatementPurpose)bytes[1], texts[0], texts[1], texts[2], issuedAt, texts.Count == MostTexts ? texts[4] : null);
            return new HolderChallenge(statement, texts[3], expiresAt);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static void Write(ArrayBufferWriter<byte> writer, string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        Span<byte> room = writer.GetSpan(sizeof(ushort) + length);
        BinaryPrimitives.WriteUInt16BigEndian(room, (ushort)length);
        Encoding.UTF8.GetBytes(text, room[sizeof(ushort)..]);
        writer.Advance(sizeof(ushort) + length);
    }

    private static List<string>? ReadTexts(ReadOnlySpan<byte> bytes)
    {
        List<string> texts = [];
        while (!bytes.IsEmpty)
        {
            int length = bytes.Length < sizeof(ushort) ? int.MaxValue : BinaryPrimitives.ReadUInt16BigEndian(bytes);
            if (texts.Count == MostTexts || bytes.Length - sizeof(ushort) < length)
            {
                return null;
            }

            texts.Add(Encoding.UTF8.GetString(bytes.Slice(sizeof(ushort), length)));
            bytes = bytes[(sizeof(ushort) + length)..];
        }

        return texts;
    }

    private static bool TryReadInstant(ReadOnlySpan<byte> bytes, out DateTimeOffset instant)
    {
        long ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        bool isInRange = ticks >= DateTimeOffset.MinValue.UtcTicks && ticks <= DateTimeOffset.MaxValue.UtcTicks;
        instant = isInRange ? new DateTimeOffset(ticks, TimeSpan.Zero) : default;
        return isInRange;
    }
}
