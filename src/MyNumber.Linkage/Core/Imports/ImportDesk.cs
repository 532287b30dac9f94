using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Issued;
using MyNumber.Linkage.Core.Links;
using MyNumber.Linkage.Core.Residents;
using MyNumber.Numbering.People;

namespace MyNumber.Linkage.Core.Imports;

/// <summary>Codes for a whole file: first a dry run that changes nothing, then, with its report, the codes of the rows that were found new.</summary>
/// <remarks>Thread safe. Rows that have another code already are left to a correction; nothing is overwritten.</remarks>
public sealed class ImportDesk
{
    private readonly IResidentCodeLookup _residents;
    private readonly LinkBook _links;
    private readonly CodeBook _codes;
    private readonly byte[] _sealKey = new byte[32];

    /// <summary>Opens the desk.</summary>
    /// <param name="residents">The residents' network.</param>
    /// <param name="links">The book of people.</param>
    /// <param name="codes">The book of codes.</param>
    /// <param name="random">Random bytes for the key of this desk's reports; used here only.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ImportDesk(IResidentCodeLookup residents, LinkBook links, CodeBook codes, RandomNumberGenerator random)
    {
        ArgumentNullException.ThrowIfNull(residents);
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(random);
        (_residents, _links, _codes) = (residents, links, codes);
        random.GetBytes(_sealKey);
    }

    /// <summary>Looks at a file and changes nothing.</summary>
    /// <param name="holder">Whose file.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentNullException">An argument or a row is null.</exception>
    public async ValueTask<ImportReport> DryRunAsync(CodeHolder holder, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(holder);
        ImportRow[] copy = Checked(rows);
        IReadOnlyList<ResidentAnswer> answers = await LookUpAsync(copy, cancellationToken).ConfigureAwait(false);
        HashSet<int> twice = [.. copy.Index().GroupBy(row => row.Item.Query.Number).Where(group => group.Count() > 1).SelectMany(group => group.Select(row => row.Index))];
        RowFinding[] findings = new RowFinding[copy.Length];
        for (int row = 0; row < copy.Length; row++)
        {
            RowOutcome outcome = twice.Contains(row) ? RowOutcome.NumberTwice : await JudgeAsync(holder, copy[row], answers[row], cancellationToken).ConfigureAwait(false);
            IReadOnlyList<PersonAttribute> fields = answers[row].Fields;
            findings[row] = new RowFinding(row, outcome, fields);
        }

        findings = await ShiftDetector.MarkAsync(_residents, copy, findings, cancellationToken).ConfigureAwait(false);
        return new ImportReport(Array.AsReadOnly(findings), ImportSeal.Of(_sealKey, holder, copy));
    }

    /// <summary>Gives codes to the rows that the report found new, and to no other.</summary>
    /// <param name="holder">Whose file.</param>
    /// <param name="rows">The rows of the dry run.</param>
    /// <param name="report">Its report.</param>
    /// <param name="cancellationToken">Gives up; what was given out stays, and applying again gives the same.</param>
    /// <returns>What became of it, and the codes.</returns>
    /// <exception cref="ArgumentNullException">An argument or a row is null.</exception>
    public async ValueTask<(ImportOutcome Outcome, IReadOnlyList<ImportedCode> Codes)> ApplyAsync(
        CodeHolder holder, IReadOnlyList<ImportRow> rows, ImportReport report, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(holder);
        ArgumentNullException.ThrowIfNull(report);
        ImportRow[] copy = Checked(rows);
        if (!CryptographicOperations.FixedTimeEquals(ImportSeal.Of(_sealKey, holder, copy), report.Seal) || report.HasShift)
        {
            return (report.HasShift ? ImportOutcome.Shifted : ImportOutcome.OtherRows, []);
        }

        IReadOnlyList<ResidentAnswer> answers = await LookUpAsync(copy, cancellationToken).ConfigureAwait(false);
        int[] wanted = [.. report.Findings.Where(finding => finding.Outcome == RowOutcome.New).Select(finding => finding.Row)];
        if (wanted.Any(row => answers[row].Outcome != ResidentOutcome.Found))
        {
            return (ImportOutcome.Stale, []);
        }

        List<ImportedCode> codes = new(wanted.Length);
        foreach (int row in wanted)
        {
            LinkCode link = await _links.GetOrAddAsync(answers[row].Code, cancellationToken).ConfigureAwait(false);
            codes.Add(new ImportedCode(row, (await _codes.IssueAsync(holder, link, cancellationToken).ConfigureAwait(false)).Code));
        }

        return (ImportOutcome.Applied, codes.AsReadOnly());
    }

    private static ImportRow[] Checked(IReadOnlyList<ImportRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ImportRow[] copy = [.. rows];
        Array.ForEach(copy, row => ArgumentNullException.ThrowIfNull(row, nameof(rows)));
        return copy;
    }

    private ValueTask<IReadOnlyList<ResidentAnswer>> LookUpAsync(ImportRow[] rows, CancellationToken cancellationToken) =>
        _residents.LookUpAsync([.. rows.Select(row => row.Query)], cancellationToken);

    private async ValueTask<RowOutcome> JudgeAsync(CodeHolder holder, ImportRow row, ResidentAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.Outcome != ResidentOutcome.Found)
        {
            return answer.Outcome switch
            {
                ResidentOutcome.NonResident => RowOutcome.NonResident,
                ResidentOutcome.NotFound => RowOutcome.NotFound,
                _ => RowOutcome.Mismatch,
            };
        }

        LinkCode link = row.Held.IsEmpty ? default : await _links.FindAsync(answer.Code, cancellationToken).ConfigureAwait(false);
        return row.Held.IsEmpty ? RowOutcome.New
            : !link.IsEmpty && _codes.Preview(holder, link) == row.Held ? RowOutcome.Same
            : RowOutcome.Different;
    }
}
