using System.Globalization;
using System.Xml.Linq;

namespace InformationLinkage;

/// <summary>Draws the messages of a run as lanes and arrows (SVG), time from top to bottom.</summary>
internal static class ExchangePicture
{
    private const int LaneWidth = 150;
    private const int RowHeight = 32;
    private const int Top = 92;
    private const int Bottom = 56;
    private const int Side = 24;
    private const int LegendWidth = 150;

    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    private static readonly (string Text, ArrowKind Kind)[] _legend =
        [("照会・通知・取得", ArrowKind.Request), ("封緘した内容", ArrowKind.Provided), ("拒否・該当なし", ArrowKind.Refused), ("訂正・警告・承認", ArrowKind.Repair)];

    public static XDocument Draw(string title, IReadOnlyList<PictureLane> lanes, IReadOnlyList<Arrow> arrows)
    {
        IReadOnlyList<(Arrow Arrow, int Row)> laid = ArrowRows.Of(arrows, [.. lanes.Select(lane => lane.Name)]);
        int width = (2 * Side) + (lanes.Count * LaneWidth);
        int height = Top + ((laid[^1].Row + 1) * RowHeight) + Bottom;
        Dictionary<string, int> centre = lanes.Select((lane, index) => (lane.Name, index)).ToDictionary(lane => lane.Name, lane => Side + (lane.index * LaneWidth) + (LaneWidth / 2));
        return new XDocument(new XElement(
            _svg + "svg",
            At("width", width), At("height", height), At("viewBox", $"0 0 {width} {height}"), At("role", "img"),
            At("font-family", "'Noto Sans CJK JP', 'Noto Sans JP', 'Hiragino Sans', 'Yu Gothic', sans-serif"),
            new XElement(_svg + "title", title),
            new XElement(_svg + "rect", At("width", width), At("height", height), At("fill", "#ffffff")),
            Text(Side, 31, title, 18, "#1a1a1a", "start", bold: true),
            Legend(width),
            lanes.Select(lane => Lane(lane, centre[lane.Name], height)),
            laid.Select(step => (step.Arrow, y: Top + 24 + (step.Row * RowHeight))).Select(step => step.Arrow.Kind == ArrowKind.Chapter
                ? Chapter(step.Arrow.Label, width, step.y)
                : Draw(step.Arrow, centre[step.Arrow.From], centre[step.Arrow.To], step.y))));
    }

    private static IEnumerable<XElement> Legend(int width)
    {
        int x = width - Side - (_legend.Length * LegendWidth);
        foreach ((string text, ArrowKind kind) in _legend)
        {
            yield return Line(x, 27, x + 26, 27, kind);
            yield return Text(x + 32, 31, text, 12, Colour(kind), "start");
            x += LegendWidth;
        }
    }

    private static IEnumerable<XElement> Chapter(string title, int width, int y)
    {
        yield return new XElement(_svg + "rect", At("x", Side), At("y", y - 16), At("width", width - (2 * Side)), At("height", 22), At("rx", 3), At("fill", "#f4f1e8"));
        yield return Text(Side + 8, y, title, 13, "#4a4335", "start", bold: true, isOnFill: true);
    }

    private static IEnumerable<XElement> Lane(PictureLane lane, int x, int height)
    {
        yield return new XElement(_svg + "line", At("x1", x), At("y1", 78), At("x2", x), At("y2", height - 42), At("stroke", "#c5cfdb"), At("stroke-dasharray", "3 4"));
        foreach (int y in new[] { 50, height - 42 })
        {
            yield return new XElement(_svg + "rect", At("x", x - (LaneWidth / 2) + 6), At("y", y), At("width", LaneWidth - 12), At("height", 28), At("rx", 6), At("fill", lane.Fill), At("stroke", "#8fa3bf"));
            yield return Text(x, y + 19, lane.Name, 13, "#1a1a1a", "middle", isOnFill: true);
        }
    }

    private static IEnumerable<XElement> Draw(Arrow arrow, int from, int to, int y)
    {
        bool isOwn = from == to;
        int end = isOwn ? from + 30 : to;
        int head = end > from ? end - 8 : end + 8;
        yield return Line(from, y, end > from ? end - 4 : end + 4, y, arrow.Kind);
        yield return new XElement(_svg + "polygon", At("points", $"{end},{y} {head},{y - 4} {head},{y + 4}"), At("fill", Colour(arrow.Kind)));
        yield return isOwn ? Text(from + 36, y + 4, arrow.Label, 11, Colour(arrow.Kind), "start") : Text((from + to) / 2, y - 6, arrow.Label, 11, Colour(arrow.Kind), "middle");
    }

    private static XElement Line(int x1, int y1, int x2, int y2, ArrowKind kind) => new(
        _svg + "line", At("x1", x1), At("y1", y1), At("x2", x2), At("y2", y2), At("stroke", Colour(kind)), At("stroke-width", kind == ArrowKind.Request ? "1.4" : "2"));

    /// <summary>Text with a white rim, so that a lane behind it does not make it hard to read.</summary>
    private static XElement Text(int x, int y, string text, int size, string colour, string anchor, bool bold = false, bool isOnFill = false) => new(
        _svg + "text", At("x", x), At("y", y), At("font-size", size), At("fill", colour), At("text-anchor", anchor), bold ? At("font-weight", "bold") : null, isOnFill ? null : Rim(), text);

    private static XAttribute[] Rim() => [At("stroke", "#ffffff"), At("stroke-width", 3), At("stroke-linejoin", "round"), At("paint-order", "stroke")];

    private static XAttribute At(string name, object value) => new(name, Convert.ToString(value, CultureInfo.InvariantCulture)!);

    private static string Colour(ArrowKind kind) => kind switch
    {
        ArrowKind.Provided => "#1b7a3d",
        ArrowKind.Refused => "#b3261e",
        ArrowKind.Repair => "#9a5b00",
        _ => "#33526e",
    };
}
