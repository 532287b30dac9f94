using System.Runtime.CompilerServices;
using System.Text;

namespace MyNumber.Numbering.CorporateList;

/// <summary>Reads the files of the corporate number publication site (法人番号公表サイト): all data (全件) or differences (差分), thirty columns, no header line.</summary>
/// <remarks>The file comes as an archive: hand in the stream of its entry. Source of the columns and codes: the site's file specification as collected in
/// the project research notes. Nothing about the data throws; a bad row is an entry with a reason.</remarks>
public static class CorporateNumberList
{
    private const int ShiftJisCodePage = 932;

    /// <summary>Reads row by row, in memory that does not grow with the file.</summary>
    /// <param name="stream">The text of the file; stays the caller's and open.</param>
    /// <param name="options">Encoding and what to do at a bad row; UTF-8 and reading on when absent.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Good and bad rows in the order of the file. What the stream throws passes through.</returns>
    /// <exception cref="ArgumentNullException">No stream.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An encoding that is not listed.</exception>
    public static IAsyncEnumerable<CorporateListEntry> ReadAsync(Stream stream, CorporateListOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        options ??= new CorporateListOptions();
        return ReadCoreAsync(stream, EncodingOf(options.Encoding), options.StopAtBadRow, cancellationToken);
    }

    private static async IAsyncEnumerable<CorporateListEntry> ReadCoreAsync(
        Stream stream, Encoding encoding, bool stopAtBadRow, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using CharWindow window = new(stream, encoding);
        RowSource source = new(window);
        while (!window.IsFinal)
        {
            await window.FillAsync(cancellationToken).ConfigureAwait(false);
            while (source.TryTake(out CorporateListEntry entry))
            {
                yield return entry;
                if (stopAtBadRow && !entry.IsGood)
                {
                    yield break;
                }
            }
        }
    }

    private static Encoding EncodingOf(CorporateListEncoding encoding) => encoding switch
    {
        CorporateListEncoding.Utf8 => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        CorporateListEncoding.ShiftJis => CodePagesEncodingProvider.Instance.GetEncoding(
            ShiftJisCodePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))!,
        _ => throw new ArgumentOutOfRangeException(nameof(encoding)),
    };
}
