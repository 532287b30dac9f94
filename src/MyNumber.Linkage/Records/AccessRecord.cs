using System.Collections.Immutable;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Merkle;

namespace MyNumber.Linkage.Records;

/// <summary>The record of one inquiry and its provision (情報提供等記録; 番号法23条), the same at inquirer, provider and core.</summary>
/// <remarks>
/// <para>It holds no code and no content: a party keeps its own code of the person apart, under <see cref="Key"/>.</para>
/// <para>Setting a property brings times to UTC in whole milliseconds and items into ascending order without repetition; <see cref="Check"/> tells whether the whole
/// is a record.</para>
/// </remarks>
public sealed record AccessRecord
{
    /// <summary>The version of the schema that is written and read.</summary>
    public const int Version = 1;

    /// <summary>The most items of one record; a ceiling of this library.</summary>
    public const int MaxItems = 256;

    /// <summary>The longest encoding that is read; a ceiling of this library above the longest that is written.</summary>
    public const int MaxLength = 32 * 1024;

    /// <summary>The highest number of a correction; a ceiling of this library.</summary>
    public const int MaxCorrections = 9999;

    /// <summary>The inquiry.</summary>
    public required InquiryId Inquiry { get; init; }

    /// <summary>Who inquired (情報照会者).</summary>
    public required AgencyId Inquirer { get; init; }

    /// <summary>Who was asked (情報提供者).</summary>
    public required AgencyId Provider { get; init; }

    /// <summary>The affair for which it was asked (事務).</summary>
    public required AffairId Affair { get; init; }

    /// <summary>The procedure within the affair (手続).</summary>
    public required ProcedureId Procedure { get; init; }

    /// <summary>The set of items (特定個人情報名).</summary>
    public required ItemSetId ItemSet { get; init; }

    /// <summary>The items that were asked for (項目), ascending.</summary>
    public required ImmutableArray<ItemId> Items
    {
        get;
        init => field = value.IsDefaultOrEmpty ? [] : [.. value.Distinct().Order()];
    }

    /// <summary>When it was asked for (求めの日時).</summary>
    public required DateTimeOffset RequestedAt
    {
        get;
        init => field = ValidPeriod.ToMilliseconds(value);
    }

    /// <summary>When it was provided (提供の日時); only for <see cref="InquiryOutcome.Provided"/>.</summary>
    public DateTimeOffset? ProvidedAt
    {
        get;
        init => field = value is { } time ? ValidPeriod.ToMilliseconds(time) : null;
    }

    /// <summary>How it ended.</summary>
    public required InquiryOutcome Outcome { get; init; }

    /// <summary>The rule that permitted it; empty where none did.</summary>
    public RuleId Rule { get; init; }

    /// <summary>The hash of the matrix in force.</summary>
    public required Digest MatrixVersion { get; init; }

    /// <summary>Whether it is withheld from the person, and why.</summary>
    public NonDisclosure NonDisclosure { get; init; }

    /// <summary>What this record corrects, or <see langword="null"/>.</summary>
    public RecordCorrection? Correction { get; init; }

    /// <summary>The name of this record.</summary>
    public RecordKey Key => new(Inquiry, Correction?.Number ?? 0);

    /// <summary>Whether the provider was notified of the inquiry and so keeps this record too; what the core refuses never gets there (施行令26条).</summary>
    public bool ReachedProvider => Outcome is not (InquiryOutcome.ProviderHasNoCode or InquiryOutcome.RefusedByRule or InquiryOutcome.RefusedPia or InquiryOutcome.RestrictedByOrdinance
        or InquiryOutcome.CodeInvalid or InquiryOutcome.CodeForeign or InquiryOutcome.CodeSuperseded or InquiryOutcome.HolderSuspended);

    /// <summary>Whether the person may see it.</summary>
    public bool IsDisclosed => NonDisclosure == NonDisclosure.None;

    /// <summary>Reads a record.</summary>
    /// <param name="encoded">What <see cref="Encode"/> gave.</param>
    /// <param name="record">The record, or <see langword="null"/>.</param>
    /// <returns>Why it is none; any encoding but the one of <see cref="Encode"/> is none.</returns>
    public static RecordFault TryDecode(ReadOnlyMemory<byte> encoded, out AccessRecord? record) => RecordEncoding.TryRead(encoded, out record);

    /// <summary>Tells whether the properties make a record.</summary>
    /// <returns>The first reason against, in the order of the schema.</returns>
    public RecordFault Check() => RecordRules.Check(this);

    /// <summary>The canonical bytes.</summary>
    /// <returns>DER; the same record has the same bytes at every party.</returns>
    /// <exception cref="InvalidOperationException"><see cref="Check"/> has a reason against it.</exception>
    public byte[] Encode() => Check() == RecordFault.None
        ? RecordEncoding.Write(this)
        : throw new InvalidOperationException($"This is no record: {Check()}.");

    /// <summary>Whether two records say the same.</summary>
    /// <param name="other">Another record.</param>
    /// <returns>Whether they do.</returns>
    public bool Equals(AccessRecord? other) => other is not null
        && (Key, Inquirer, Provider, Affair, Procedure, ItemSet, RequestedAt) == (other.Key, other.Inquirer, other.Provider, other.Affair, other.Procedure, other.ItemSet, other.RequestedAt)
        && (ProvidedAt, Outcome, Rule, MatrixVersion, NonDisclosure, Correction) == (other.ProvidedAt, other.Outcome, other.Rule, other.MatrixVersion, other.NonDisclosure, other.Correction)
        && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    /// <summary>A hash of the key.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => Key.GetHashCode();

    /// <summary>Key, time, both bodies and the outcome, for logs. What was asked for is left out, because the name of a set alone can tell something of a person.</summary>
    /// <returns>One line, in every culture the same.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"record {Key}: agency {Inquirer} asked agency {Provider} for {Items.Length} items at {RequestedAt.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}, {Outcome}");
}
