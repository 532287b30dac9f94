using System.Buffers.Binary;
using System.Security.Cryptography;
using MyNumber.Card.Emulation.Commands;

namespace MyNumber.Card.Emulation.Replay;

/// <summary>Makes entries that carry nothing secret of recorded exchanges. Whatever is not known to be harmless is replaced.</summary>
internal sealed class TranscriptRedactor
{
    public const int TagLength = 16;

    private readonly Dictionary<FilePlace, FileImage> _images = [];
    private readonly byte[] _key;

    public TranscriptRedactor(byte[] key) => _key = key;

    public List<TranscriptEntry> Redact(IReadOnlyList<RecordedExchange> exchanges)
    {
        Walk(exchanges, (exchange, place) =>
        {
            if (IsFileRead(exchange))
            {
                ImageOf(place).Add(CardPlace.OffsetOf(exchange.Command), exchange.Answer.AsSpan(0, exchange.Answer.Length - 2));
            }
        });

        foreach ((FilePlace place, FileImage image) in _images)
        {
            image.Redact(place);
        }

        List<TranscriptEntry> entries = [];
        Walk(exchanges, (exchange, place) => entries.Add(Redact(exchange, place, entries.Count)));
        return entries;
    }

    /// <summary>A tag that tells commands apart for whoever has the key; the place of the exchange goes in, so that equal PINs do not show as equal.</summary>
    public static byte[] Tag(byte[] key, int index, ReadOnlySpan<byte> command)
    {
        byte[] message = new byte[4 + command.Length];
        BinaryPrimitives.WriteInt32BigEndian(message, index);
        command.CopyTo(message.AsSpan(4));
        byte[] tag = HMACSHA256.HashData(key, message)[..TagLength];
        CryptographicOperations.ZeroMemory(message);
        return tag;
    }

    private static void Walk(IReadOnlyList<RecordedExchange> exchanges, Action<RecordedExchange, FilePlace> visit)
    {
        CardPlace place = new();
        foreach (RecordedExchange exchange in exchanges)
        {
            if (exchange.Command is null)
            {
                place.Restart();
            }
            else
            {
                place.Follow(exchange.Command, exchange.Status);
            }

            visit(exchange, place.File);
        }
    }

    private TranscriptEntry Redact(RecordedExchange exchange, FilePlace place, int index)
    {
        if (exchange.Command is null)
        {
            return new TranscriptEntry { Answer = [.. exchange.Answer] };
        }

        (int start, int length) = HiddenPart.Of(exchange.Command);
        byte[] command = [.. exchange.Command];
        command.AsSpan(start, length).Clear();
        bool signs = IsSignature(exchange);
        return new TranscriptEntry
        {
            Command = command,
            HiddenStart = start,
            HiddenLength = length,
            Tag = _key.Length > 0 && length > 0 && HiddenPart.IsRepeatable(exchange.Command) ? Tag(_key, index, exchange.Command) : null,
            Answer = signs ? exchange.Answer[^2..] : Answer(exchange, place),
            Signs = signs,
            End = exchange.End,
        };
    }

    private byte[] Answer(RecordedExchange exchange, FilePlace place)
    {
        byte[] answer = [.. exchange.Answer];
        Span<byte> data = answer.AsSpan(0, Math.Max(0, answer.Length - 2));
        if (answer.Length < 2)
        {
            answer.AsSpan().Fill(SyntheticValue.Filler);
        }
        else if (IsFileRead(exchange))
        {
            ImageOf(place).Piece(CardPlace.OffsetOf(exchange.Command), data.Length).CopyTo(data);
        }
        else if (IsPlain(exchange.Command) && exchange.Command![1] == 0xB2)
        {
            SyntheticRecord.Replace(data);
        }
        else if (IsPlain(exchange.Command) && exchange.Command![1] == 0xCA)
        {
            ShapeScrubber.ScrubAnswer(data);
        }
        else
        {
            data.Fill(SyntheticValue.Filler);
        }

        return answer;
    }

    private FileImage ImageOf(FilePlace place)
    {
        if (!_images.TryGetValue(place, out FileImage? image))
        {
            _images[place] = image = new FileImage();
        }

        return image;
    }

    private static bool IsPlain(byte[]? command) => command is { Length: >= 4 } && command[0] == 0x00;

    private static bool IsFileRead(RecordedExchange exchange) => IsPlain(exchange.Command) && exchange.Command![1] == 0xB0
        && exchange.Answer.Length > 2 && exchange.Status >> 8 is 0x90 or 0x62;

    private static bool IsSignature(RecordedExchange exchange) => exchange.Status == 0x9000 && exchange.Answer.Length == ReplayKey.Length + 2
        && exchange.Command is { Length: > 5 } command
        && ((command[0] == 0x80 && command[1] == 0x2A) || (command[0] == 0x00 && command[1] == 0x88))
        && ReplayKey.TrySign(command[1], command[2], CommandApdu.Decode(command).Data, stackalloc byte[ReplayKey.Length]);
}
