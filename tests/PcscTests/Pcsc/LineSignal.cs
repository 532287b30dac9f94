using System.Text;

namespace MyNumber.PcscTests.Pcsc;

/// <summary>Keeps lines, and acts at a certain one.</summary>
internal sealed class LineSignal(string expected, Action act) : TextWriter
{
    public List<string> Lines { get; } = [];

    public override Encoding Encoding => Encoding.UTF8;

    public override void WriteLine(string? value)
    {
        Lines.Add(value ?? string.Empty);
        if (value == expected)
        {
            act();
        }
    }
}
