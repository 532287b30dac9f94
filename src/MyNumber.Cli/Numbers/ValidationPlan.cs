using MyNumber.Cli.Contract;
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

    private int Digits => Kind == BulkNumberKind.Individual ? 12 : 13;

    /// <summary>What does not go together, or <see langword="null"/>.</summary>
    public string? Contradiction(Language language) => this switch
    {
        { IsCorporateList: true } when Kind is not null || Width is not null || Column is not null =>
            language.Pick("--format nta goes without --kind, --width and --csv-column.", "--format nta に --kind、--width、--csv-column は併用できません。"),
        { IsCorporateList: false, Kind: null } => language.Pick("--kind is missing: individual or corporate.", "--kind がありません: individual か corporate。"),
        { Width: not null, Column: not null } => language.Pick("--width and --csv-column exclude each other.", "--width と --csv-column は同時に指定できません。"),
        { Offset: not null, Width: null } => language.Pick("--offset goes with --width.", "--offset は --width とともに指定します。"),
        { HasHeader: true, Column: null } => language.Pick("--header goes with --csv-column.", "--header は --csv-column とともに指定します。"),
        { Encoding: not null } when Layout is RowLayout.Lines or RowLayout.Records =>
            language.Pick("--encoding goes with --format nta and --csv-column.", "--encoding は --format nta か --csv-column とともに指定します。"),
        { Column: < 1 } => language.Pick("--csv-column counts from 1.", "--csv-column は1から数えます。"),
        { Width: { } width } when Offset < 0 || width > BulkStream.MaximumStride || width - (long)(Offset ?? 0) < Digits =>
            language.Pick("A record of that width has no room for the number, or is too wide.", "その幅では番号が入らないか、幅が大きすぎます。"),
        _ => null,
    };
}
