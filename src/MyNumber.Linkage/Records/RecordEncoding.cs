using System.Collections.Immutable;
using System.Formats.Asn1;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Merkle;

namespace MyNumber.Linkage.Records;

/// <summary>The DER of a record; docs/linkage/records.md has the schema.</summary>
internal static class RecordEncoding
{
    private static readonly Asn1Tag _providedTag = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag _ruleTag = new(TagClass.ContextSpecific, 1);
    private static readonly Asn1Tag _correctionTag = new(TagClass.ContextSpecific, 2);

    public static byte[] Write(AccessRecord record)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(AccessRecord.Version);
            writer.WriteOctetString(record.Inquiry.Value.ToByteArray(bigEndian: true));
            writer.WriteInteger(record.Inquirer.Value);
            writer.WriteInteger(record.Provider.Value);
            WriteText(writer, record.Affair.ToString());
            WriteText(writer, record.Procedure.ToString());
            WriteText(writer, record.ItemSet.ToString());
            WriteItems(writer, record.Items);
            writer.WriteInteger(record.RequestedAt.ToUnixTimeMilliseconds());
            writer.WriteEnumeratedValue(record.Outcome);
            writer.WriteOctetString(record.MatrixVersion.ToArray());
            writer.WriteEnumeratedValue(record.NonDisclosure);
            WriteOptional(writer, record);
        }

        return writer.Encode();
    }

    public static RecordFault TryRead(ReadOnlyMemory<byte> encoded, out AccessRecord? record)
    {
        record = null;
        if (encoded.Length > AccessRecord.MaxLength)
        {
            return RecordFault.NotOfSchema;
        }

        try
        {
            RecordFault fault = Read(new AsnReader(encoded, AsnEncodingRules.DER).ReadSequence(), out AccessRecord? read);
            fault = fault == RecordFault.None ? read!.Check() : fault;
            fault = fault == RecordFault.None && !Write(read!).AsSpan().SequenceEqual(encoded.Span) ? RecordFault.NotCanonical : fault;
            record = fault == RecordFault.None ? read : null;
            return fault;
        }
        catch (AsnContentException)
        {
            return RecordFault.NotOfSchema;
        }
    }

    private static RecordFault Read(AsnReader reader, out AccessRecord? record)
    {
        record = null;
        if (!reader.TryReadInt32(out int version) || version != AccessRecord.Version)
        {
            return RecordFault.UnknownVersion;
        }

        byte[] inquiry = reader.ReadOctetString();
        bool whole = reader.TryReadInt32(out int inquirer) & reader.TryReadInt32(out int provider);
        (string affair, string procedure, string itemSet) = (ReadText(reader), ReadText(reader), ReadText(reader));
        bool itemsFit = TryReadItems(reader.ReadSequence(), out ImmutableArray<ItemId> items);
        bool timesFit = TryReadTime(reader, null, out DateTimeOffset requestedAt);
        InquiryOutcome outcome = reader.ReadEnumeratedValue<InquiryOutcome>();
        byte[] matrix = reader.ReadOctetString();
        NonDisclosure nonDisclosure = reader.ReadEnumeratedValue<NonDisclosure>();
        timesFit &= TryReadOptionalTime(reader, out DateTimeOffset? providedAt);
        bool idsFit = TryReadRule(reader, out RuleId rule) & whole & (inquiry.Length == InquiryId.Length);
        if (!TryReadCorrection(reader, out RecordCorrection? correction) || reader.HasData || matrix.Length != Digest.Length)
        {
            return RecordFault.NotOfSchema;
        }

        idsFit &= AgencyId.TryCreate(inquirer, out AgencyId from) & AgencyId.TryCreate(provider, out AgencyId to) & AffairId.TryCreate(affair, out AffairId affairId)
            & ProcedureId.TryCreate(procedure, out ProcedureId procedureId) & ItemSetId.TryCreate(itemSet, out ItemSetId itemSetId);
        if (!idsFit || !InquiryId.TryCreate(new Guid(inquiry, bigEndian: true), out InquiryId inquiryId))
        {
            return RecordFault.BadId;
        }

        record = new AccessRecord
        {
            Inquiry = inquiryId,
            Inquirer = from,
            Provider = to,
            Affair = affairId,
            Procedure = procedureId,
            ItemSet = itemSetId,
            Items = items,
            RequestedAt = requestedAt,
            ProvidedAt = providedAt,
            Outcome = outcome,
            Rule = rule,
            MatrixVersion = Digest.FromBytes(matrix),
            NonDisclosure = nonDisclosure,
            Correction = correction,
        };
        return !itemsFit ? RecordFault.BadItems : timesFit ? RecordFault.None : RecordFault.BadTime;
    }

    private static void WriteText(AsnWriter writer, string text) => writer.WriteCharacterString(UniversalTagNumber.IA5String, text);

    private static string ReadText(AsnReader reader) => reader.ReadCharacterString(UniversalTagNumber.IA5String);

    private static void WriteItems(AsnWriter writer, ImmutableArray<ItemId> items)
    {
        using (writer.PushSequence())
        {
            foreach (ItemId item in items)
            {
                WriteText(writer, item.ToString());
            }
        }
    }

    private static bool TryReadItems(AsnReader reader, out ImmutableArray<ItemId> items)
    {
        ImmutableArray<ItemId>.Builder builder = ImmutableArray.CreateBuilder<ItemId>();
        bool fit = true;
        while (reader.HasData && builder.Count <= AccessRecord.MaxItems)
        {
            fit &= ItemId.TryCreate(ReadText(reader), out ItemId item);
            builder.Add(item);
        }

        items = builder.ToImmutable();
        return fit && !reader.HasData;
    }

    private static void WriteOptional(AsnWriter writer, AccessRecord record)
    {
        if (record.ProvidedAt is { } provided)
        {
            writer.WriteInteger(provided.ToUnixTimeMilliseconds(), _providedTag);
        }

        if (!record.Rule.IsEmpty)
        {
            writer.WriteCharacterString(UniversalTagNumber.IA5String, record.Rule.ToString(), _ruleTag);
        }

        if (record.Correction is { } correction)
        {
            using (writer.PushSequence(_correctionTag))
            {
                writer.WriteInteger(correction.Number);
                writer.WriteOctetString(correction.Corrected.ToArray());
            }
        }
    }

    private static bool TryReadTime(AsnReader reader, Asn1Tag? tag, out DateTimeOffset time)
    {
        bool fits = reader.TryReadInt64(out long milliseconds, tag) && milliseconds >= 0 && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
        time = fits ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : default;
        return fits;
    }

    private static bool TryReadOptionalTime(AsnReader reader, out DateTimeOffset? time)
    {
        time = null;
        if (!Next(reader, _providedTag))
        {
            return true;
        }

        bool fits = TryReadTime(reader, _providedTag, out DateTimeOffset provided);
        time = provided;
        return fits;
    }

    private static bool TryReadRule(AsnReader reader, out RuleId rule)
    {
        rule = default;
        return !Next(reader, _ruleTag) || RuleId.TryCreate(reader.ReadCharacterString(UniversalTagNumber.IA5String, _ruleTag), out rule);
    }

    private static bool TryReadCorrection(AsnReader reader, out RecordCorrection? correction)
    {
        correction = null;
        if (!Next(reader, _correctionTag))
        {
            return true;
        }

        AsnReader content = reader.ReadSequence(_correctionTag);
        bool whole = content.TryReadInt32(out int number);
        byte[] corrected = content.ReadOctetString();
        correction = whole && corrected.Length == Digest.Length && !content.HasData ? new RecordCorrection(number, Digest.FromBytes(corrected)) : null;
        return correction is not null;
    }

    private static bool Next(AsnReader reader, Asn1Tag tag) => reader.HasData && reader.PeekTag().HasSameClassAndValue(tag);
}
