using System.Buffers;
using System.Globalization;
using System.Text;

namespace MyNumber.Numbering.Issuing.Notices;

/// <summary>The print data of notices (通知書の印刷用データ): CSV in UTF-8 without mark, a header line, every field quoted (RFC 4180).</summary>
/// <remarks>The file holds numbers in clear, together with names. It comes into being only by the call that says so; who makes it answers for it (番号法12条).
/// The columns are this library's: the real layout is not public.</remarks>
public static class NoticeFile
{
    private const string Header = "\"postal_code\",\"address\",\"name\",\"birth_date\",\"sex\",\"individual_number\",\"municipality\",\"issued_on\"\r\n";

    /// <summary>Writes a file with the numbers in clear.</summary>
    /// <param name="destination">Where to; stays open.</param>
    /// <param name="entries">The notices.</param>
    /// <param name="cancellationToken">Gives up; what was written until then stays.</param>
    /// <returns>How many notices were written.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">A number is empty.</exception>
    public static async ValueTask<long> WriteRevealedAsync(Stream destination, IEnumerable<NoticeEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(entries);
        ArrayBufferWriter<byte> line = new();
        long count = 0;
        Encoding.UTF8.GetBytes(Header, line);
        foreach (NoticeEntry entry in entries)
        {
            await FlushAsync(destination, line, cancellationToken).ConfigureAwait(false);
            Encoding.UTF8.GetBytes(LineOf(entry), line);
            count++;
        }

        await FlushAsync(destination, line, cancellationToken).ConfigureAwait(false);
        return count;
    }

    private static async ValueTask FlushAsync(Stream destination, ArrayBufferWriter<byte> line, CancellationToken cancellationToken)
    {
        await destination.WriteAsync(line.WrittenMemory, cancellationToken).ConfigureAwait(false);
        line.Clear();
    }

    private static string LineOf(NoticeEntry entry) => string.Join(',', new[]
    {
        entry.PostalCode,
        entry.Addressee.Address,
        entry.Addressee.Name,
        entry.Addressee.BirthDate.ToCardForm(),
        ((int)entry.Addressee.Sex).ToString(CultureInfo.InvariantCulture),
        entry.Number.Reveal(),
        entry.Municipality.ToString() ?? string.Empty,
        entry.IssuedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    }.Select(Quote)) + "\r\n";

    private static string Quote(string field) => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
