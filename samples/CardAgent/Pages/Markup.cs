using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace CardAgent.Pages;

/// <summary>HTML whose holes are encoded: <c>Markup.Of($"&lt;p&gt;{text}&lt;/p&gt;")</c>. Only markup goes in as it is.</summary>
internal readonly record struct Markup(string Text)
{
    public static Markup Empty => new(string.Empty);

    public static Markup Of(Template template) => new(template.ToString());

    public override string ToString() => Text;

    /// <summary>Collects the pieces of an interpolated string.</summary>
    [InterpolatedStringHandler]
    internal readonly struct Template(int literalLength, int holes)
    {
        private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
        private readonly StringBuilder _page = new(literalLength + (holes * 32));

        public void AppendLiteral(string markup) => _page.Append(markup);

        public void AppendFormatted(string text) => _page.Append(Encoder.Encode(text));

        public void AppendFormatted(int number) => _page.Append(number.ToString(CultureInfo.InvariantCulture));

        public void AppendFormatted(Markup markup) => _page.Append(markup.Text);

        public override string ToString() => _page.ToString();
    }
}
