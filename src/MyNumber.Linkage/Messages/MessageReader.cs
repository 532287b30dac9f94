using System.Collections.Immutable;
using System.Formats.Asn1;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Messages;

/// <summary>Reads what <see cref="MessageWriter"/> wrote. A field that cannot be read spoils the message; reading goes on with empty values.</summary>
internal sealed class MessageReader
{
    private readonly AsnReader _reader;
    private bool _isSpoiled;

    private MessageReader(AsnReader reader) => _reader = reader;

    /// <summary>Reads a whole message; <see langword="null"/> when it is none of the kind.</summary>
    public static T? TryRead<T>(ReadOnlyMemory<byte> bytes, int kind, Func<MessageReader, T> fields)
        where T : class
    {
        if (bytes.Length > MessageEncoding.MostBytes)
        {
            return null;
        }

        try
        {
            AsnReader outer = new(bytes, AsnEncodingRules.DER);
            MessageReader message = new(outer.ReadSequence());
            outer.ThrowIfNotEmpty();
            message._isSpoiled = message.Number() != MessageEncoding.Version || message.Number() != kind;
            T read = fields(message);
            message._reader.ThrowIfNotEmpty();
            return message._isSpoiled ? null : read;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    public int Number() => _reader.TryReadInt32(out int value) ? value : Spoil<int>();

    public long Long() => _reader.TryReadInt64(out long value) ? value : Spoil<long>();

    public string Text() => _reader.ReadCharacterString(UniversalTagNumber.UTF8String);

    public Guid Uuid() => Bytes() is { Length: InquiryId.Length } bytes ? new Guid(bytes.Span, bigEndian: true) : Spoil<Guid>();

    public ImmutableArray<T> List<T>(int most, Func<MessageReader, T> read)
    {
        int count = Number();
        Spoil<int>(count < 0 || count > most);
        ImmutableArray<T>.Builder list = ImmutableArray.CreateBuilder<T>();
        for (int i = 0; i < Math.Min(count, most); i++)
        {
            list.Add(read(this));
        }

        return list.ToImmutable();
    }

    public bool Flag() => _reader.ReadBoolean();

    public string Id() => _reader.ReadCharacterString(UniversalTagNumber.IA5String);

    public ReadOnlyMemory<byte> Bytes() => _reader.ReadOctetString();

    public T Enum<T>()
        where T : struct, Enum
    {
        T value = (T)System.Enum.ToObject(typeof(T), Number());
        return System.Enum.IsDefined(value) ? value : Spoil<T>();
    }

    public InquiryId Inquiry() =>
        Bytes() is { Length: InquiryId.Length } bytes && InquiryId.TryCreate(new Guid(bytes.Span, bigEndian: true), out InquiryId inquiry) ? inquiry : Spoil<InquiryId>();

    public AgencyId Agency() => AgencyId.TryCreate(Number(), out AgencyId agency) ? agency : Spoil<AgencyId>();

    public AffairId Affair() => AffairId.TryCreate(Id(), out AffairId affair) ? affair : Spoil<AffairId>();

    public ProcedureId Procedure() => ProcedureId.TryCreate(Id(), out ProcedureId procedure) ? procedure : Spoil<ProcedureId>();

    public ProcedureId ProcedureOrNone()
    {
        string text = Id();
        return text.Length == 0 ? default : ProcedureId.TryCreate(text, out ProcedureId procedure) ? procedure : Spoil<ProcedureId>();
    }

    public ItemSetId ItemSet() => ItemSetId.TryCreate(Id(), out ItemSetId set) ? set : Spoil<ItemSetId>();

    public RuleId Rule() => RuleId.TryCreate(Id(), out RuleId rule) ? rule : Spoil<RuleId>();

    public OperatorId Operator() => OperatorId.TryCreate(Id(), out OperatorId worker) ? worker : Spoil<OperatorId>();

    public AgencyCode Code() => AgencyCode.TryRead(Bytes().Span, out AgencyCode code) ? code : Spoil<AgencyCode>();

    public Digest Digest() => Bytes() is { Length: Merkle.Digest.Length } bytes ? Merkle.Digest.FromBytes(bytes.Span) : Spoil<Digest>();

    public RecordSalt Salt() =>
        Bytes() is { Length: RecordSalt.Length } bytes && bytes.Span.ContainsAnyExcept((byte)0) ? RecordSalt.FromBytes(bytes.Span) : Spoil<RecordSalt>();

    public DateTimeOffset Time() => TimeOrNull() ?? Spoil<DateTimeOffset>();

    public DateTimeOffset? TimeOrNull()
    {
        if (_reader.PeekTag() == Asn1Tag.Null)
        {
            _reader.ReadNull();
            return null;
        }

        return _reader.TryReadInt64(out long time) && time >= 0 && time <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(time)
            : Spoil<DateTimeOffset>();
    }

    /// <summary>Items in their only order.</summary>
    public ImmutableArray<ItemId> Items()
    {
        AsnReader list = _reader.ReadSequence();
        ImmutableArray<ItemId>.Builder items = ImmutableArray.CreateBuilder<ItemId>();
        while (list.HasData)
        {
            bool isOne = ItemId.TryCreate(list.ReadCharacterString(UniversalTagNumber.IA5String), out ItemId item);
            _isSpoiled |= !isOne || items.Count >= AccessRecord.MaxItems || (items.Count > 0 && items[^1].CompareTo(item) >= 0);
            items.Add(item);
        }

        _isSpoiled |= items.Count == 0;
        return items.ToImmutable();
    }

    public T? Spoil<T>(bool isWrong = true)
    {
        _isSpoiled |= isWrong;
        return default;
    }
}
