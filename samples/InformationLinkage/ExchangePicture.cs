using System.Globalization;
using System.Xml.Linq;

namespace InformationLinkage;

/// <summary>Draws the messages of a run as lanes and arrows (SVG).</summary>
internal static class ExchangePicture
{
    private const int LaneWidth = 152;
    private const int RowHeight = 34;
    private const int Top = 92;
    private const int Side = 24;

    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    public static XDocument Draw(string title, IReadOnlyList<string> lanes, IReadOnlyList<Arrow> arrows)
    {
        int width = (2 * Side) + (lanes.Count * LaneWidth);
        int height = Top + (arrows.Count * RowHeight) + 40;
        Dictionary<string, int> centre = lanes.Select((name, index) => (name, index)).ToDictionary(lane => lane.name, lane => Side + (lane.index * LaneWidth) + (LaneWidth / 2));
        return new XDocument(new XElement(
            _svg + "svg",
            new XAttribute("viewBox", $"0 0 {width} {height}"),
            new XAttribute("role", "img"),
            new XAttribute("font-family", "'Noto Sans CJK JP', 'Noto Sans JP', 'Hiragino Sans', 'Yu Gothic', sans-serif"),
            new XElement(_svg + "title", title),
            new XElement(_svg + "rect", At("width", width), At("height", height), At("fill", "#ffffff")),
            Text(Side, 30, title, 17, "#1a1a1a", "start", bold: true),
            Legend(width),
            lanes.Select(name => Lane(name, centre[name], height)),
            arrows.Select((arrow, row) => (arrow, y: Top + 24 + (row * RowHeight))).Select(step => step.arrow.Kind == ArrowKind.Chapter
                ? Chapter(step.arrow.Label, width, step.y)
                : Draw(step.arrow, centre[step.arrow.From], centre[step.arrow.To], step.y))));
    }

    private static IEnumerable<XElement> Legend(int width)
    {
        int x = width - Side - 440;
        foreach ((string text, ArrowKind kind) in new[] { ("照会・通知", ArrowKind.Request), ("提供（封緘）", ArrowKind.Provided), ("拒否", ArrowKind.Refused), ("訂正・警告", ArrowKind.Repair) })
        {
            yield return Line(x, 26, x + 22, 26, kind);
            yield return Text(x + 28, 30, text, 11, Colour(kind), "start");
            x += 114;
        }
    }

    private static IEnumerable<XElement> Chapter(string title, int width, int y)
    {
        yield return new XElement(_svg + "rect", At("x", Side), At("y", y - 14), At("width", width - (2 * Side)), At("height", 20), At("rx", 3), At("fill", "#f4f1e8"));
        yield return Text(Side + 8, y + 1, title, 12, "#4a4335", "start", bold: true);
    }

    private static IEnumerable<XElement> Lane(string name, int x, int height)
    {
        yield return new XElement(_svg + "rect", At("x", x - (LaneWidth / 2) + 6), At("y", 50), At("width", LaneWidth - 12), At("height", 28), At("rx", 6), At("fill", "#eef2f7"), At("stroke", "#8fa3bf"));
        yield return Text(x, 69, name, 12, "#1a1a1a", "middle");
        yield return new XElement(_svg + "line", At("x1", x), At("y1", 78), At("x2", x), At("y2", height - 16), At("stroke", "#c5cfdb"), At("stroke-dasharray", "3 4"));
    }

    private static IEnumerable<XElement> Draw(Arrow arrow, int from, int to, int y)
    {
        bool isOwn = from == to;
        int end = isOwn ? from + 34 : to;
        int head = end > from ? end - 7 : end + 7;
        yield return Line(from, y, end, y, arrow.Kind);
        yield return new XElement(_svg + "polygon", At("points", $"{end},{y} {head},{y - 4} {head},{y + 4}"), At("fill", Colour(arrow.Kind)));
        yield return isOwn ? Text(from + 40, y + 4, arrow.Label, 11, Colour(arrow.Kind), "start") : Text((from + to) / 2, y - 5, arrow.Label, 11, Colour(arrow.Kind), "middle");
    }

    private static XElement Line(int x1, int y1, int x2, int y2, ArrowKind kind) => new(
        _svg + "line", At("x1", x1), At("y1", y1), At("x2", x2), At("y2", y2), At("stroke", Colour(kind)), At("stroke-width", kind == ArrowKind.Request ? "1.4" : "2"));

    private static XElement Text(int x, int y, string text, int size, string colour, string anchor, bool bold = false) => new(
        _svg + "text", At("x", x), At("y", y), At("font-size", size), At("fill", colour), At("text-anchor", anchor), bold ? At("font-weight", "bold") : null, text);

    private static XAttribute At(string name, object value) => new(name, Convert.ToString(value, CultureInfo.InvariantCulture)!);

    private static string Colour(ArrowKind kind) => kind switch
    {
        ArrowKind.Provided => "#1b7a3d",
        ArrowKind.Refused => "#b3261e",
        ArrowKind.Repair => "#9a5b00",
        _ => "#33526e",
    };
}
