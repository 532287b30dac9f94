using MyNumber.Numbering.Bulk;
using MyNumber.Numbering.CorporateList;

namespace MyNumber.Cli.Numbers;

/// <summary>What was asked of <c>validate</c>, as typed.</summary>
internal sealed record ValidationPlan
{
    public BulkNumberKind? Kind { get; init; }

    public bool IsCorporateList { get; init; }

    public int? Width { get; init; }

    public int? Offset { get; init; }

    public int? Column { get; init; }

    public bool HasHeader { get; init; }

    public CorporateListEncoding? Encoding { get; init; }

    public RowLayout Layout => IsCorporateList ? RowLayout.CorporateList : Column is not null ? RowLayout.Csv : Width is not null ? RowLayout.Records : RowLayout.Lines;

    /// <summary>What does not go together, or <see langword="null"/>.</summary>
    public string? Contradiction => this switch
    {
        { IsCorporateList: true } when Kind is not null || Width is not null || Column is not null => "--format nta goes without --kind, --width and --csv-column.",
        { IsCorporateList: false, Kind: null } => "--kind is missing: individual or corporate.",
        { Width: not null, Column: not null } => "--width and --csv-column exclude each other.",
        { Offset: not null, Width: null } => "--offset goes with --width.",
        { HasHeader: true, Column: null } => "--header goes with --csv-column.",
        { Encoding: not null } when Layout is RowLayout.Lines or RowLayout.Records => "--encoding goes with --format nta and --csv-column.",
        { Column: < 1 } => "--csv-column counts from 1.",
        { Width: { } width } when Offset < 0 || width > BulkStream.MaximumStride || width - (long)(Offset ?? 0) < Digits => "A record of that width has no room for the number, or is too wide.",
        _ => null,
    };

    private int Digits => Kind == BulkNumberKind.Individual ? 12 : 13;
}
