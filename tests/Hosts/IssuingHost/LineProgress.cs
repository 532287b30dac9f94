using System.Globalization;
using MyNumber.Numbering.Issuing.Bulk;

namespace MyNumber.IssuingHost;

/// <summary>One line for each batch that is in the register, written at once.</summary>
internal sealed class LineProgress : IProgress<BulkProgress>
{
    public void Report(BulkProgress value) => Console.WriteLine(value.Done.ToString(CultureInfo.InvariantCulture));
}
