using System.Globalization;
using MyNumber.CardFuzz;

namespace MyNumber.JpkiFuzz.Pdf;

/// <summary>Makes updates of which it is known whether they are harmless: each step says so itself, and no two steps touch one object.</summary>
internal sealed class PdfUpdate
{
    private const string Drawing = "<< /Length 4 >>\nstream\n0 g \nendstream";

    private readonly FuzzRandom _random;
    private readonly PdfSeed _seed;
    private readonly Func<byte[], byte[]> _sign;
    private readonly Dictionary<int, (int Generation, string Text)> _objects;
    private readonly SortedDictionary<int, string> _written = [];
    private int _next;
    private int _size;
    private string _trailer;
    private bool _signs;
    private bool _falls;

    private PdfUpdate(FuzzRandom random, PdfSeed seed, Func<byte[], byte[]> sign)
    {
        _sign = sign;
        _random = random;
        _seed = seed;
        _trailer = seed.Trailer;
        _objects = new Dictionary<int, (int, string)>(seed.Objects);
        _next = seed.Size;
        File = seed.File;
    }

    public byte[] File { get; private set; }

    /// <summary>Whether nothing that was signed looks different, and nothing came but fields that show nothing and validation data.</summary>
    public bool IsHarmless { get; private set; } = true;

    /// <summary>Whether the same can be said of what came behind the signature that an update brought.</summary>
    public bool IsHarmlessSinceSigning { get; private set; } = true;

    /// <summary>The file as it was when an update brought a signature; none when none did.</summary>
    public byte[]? Signed { get; private set; }

    /// <summary>One or two updates behind a seed.</summary>
    /// <param name="random">The seeded source.</param>
    /// <param name="seed">What is updated.</param>
    /// <param name="sign">Makes the message for a content.</param>
    public static PdfUpdate Make(FuzzRandom random, PdfSeed seed, Func<byte[], byte[]> sign)
    {
        PdfUpdate update = new(random, seed, sign) { IsHarmless = !seed.IsOpen };
        for (int revisions = 1 + random.Below(2); revisions > 0; revisions--)
        {
            update.Add();
        }

        return update;
    }

    private void Add()
    {
        _written.Clear();
        bool wasHarmless = IsHarmless;
        IsHarmless = true;
        (_signs, _falls) = (false, false);
        string trailer = _trailer;
        bool harmful = _random.OneIn(2);
        for (int steps = 1 + _random.Below(3); steps > 0; steps--)
        {
            DoNoHarm();
        }

        if (harmful && DoHarm(ref trailer))
        {
            IsHarmless = false;
        }

        PdfBuilder builder = new(File);
        GoOn(builder);
        foreach ((int number, string text) in _written)
        {
            int generation = _objects.TryGetValue(number, out (int Generation, string Text) old) ? old.Generation : 0;
            builder = text.Length == 0 ? builder.Free(number) : builder.Add(number, text, generation);
            _objects[number] = (generation, text);
        }

        _size = Math.Max(Math.Max(_size, _next), _written.Keys.LastOrDefault() + 1);
        File = builder.Finish(_falls ? _seed.Objects.Keys.Max() : _size, trailer, PdfBuilder.LastStart(File));
        _trailer = trailer;
        IsHarmlessSinceSigning &= IsHarmless || Signed is null;
        IsHarmless &= wasHarmless;
        if (_signs)
        {
            Signed = File = HandSigner.Fill(File, _sign);
        }
    }

    /// <summary>Bytes that a value or stream without an end within the seed could go on with, up to where it would end well.</summary>
    private void GoOn(PdfBuilder builder)
    {
        const string Begin = "9999 0 obj\n<< >>\nstream\n";
        int room = _seed.Beyond - builder.Position - Begin.Length;
        if (_seed.IsOpen && room > 0 && !_random.OneIn(4))
        {
            builder.AddRaw(_next++, $"{Begin}{new string(' ', room)}endstream\nendobj\n");
        }
        else if (_seed.IsOpen && _seed.Beyond == 0 && !_random.OneIn(4))
        {
            builder.AddRaw(_next++, ") >>\nendobj\n");
        }
    }

    private void DoNoHarm()
    {
        switch (_random.Below(6))
        {
            case 0:
                _written[_next++] = _random.Pick(Drawing, "null", "<< /Type /Page >>", "[3 0 R]", "<< /Type /Catalog /Pages 2 0 R >>");
                break;
            case 1:
                int same = AnyOld();
                if (!_objects[same].Text.Contains("stream", StringComparison.Ordinal) && !_objects[same].Text.Contains(HandSigner.Hole, StringComparison.Ordinal))
                {
                    Write(same, text => _random.Pick(text, text + " ", text.Replace(" /", "\n/", StringComparison.Ordinal), "% a remark\n" + text));
                }

                break;
            case 2:
                Write(1, text => text.Contains("/DSS", StringComparison.Ordinal) || !IsAlone(1) ? null : Insert(text, $"/DSS {Entered("<< /Type /DSS /Certs [4 0 R] >>")}"));
                break;
            case 3:
                Write(1, text => text.Contains("/Ext", StringComparison.Ordinal) || !IsAlone(1) ? null : Insert(text, $"/Extensions {Entered("<< /ESIC << /BaseVersion /1.7 /ExtensionLevel 2 >> >>")}"));
                break;
            case 4:
                Endorse($"<< {HandSigner.Plain} >>", string.Empty);
                break;
            default:
                Grow();
                break;
        }
    }

    /// <summary>A signature in the empty field, by a new object.</summary>
    private bool Endorse(string signature, string more)
    {
        if (_seed.Empty == 0 || !Write(_seed.Empty, text => text.Contains("/V ", StringComparison.Ordinal) ? null : Insert(text, $"/V {_next} 0 R{more}")))
        {
            return false;
        }

        _written[_next++] = signature;
        _signs = signature.Contains(HandSigner.Hole, StringComparison.Ordinal);
        return true;
    }

    /// <summary>Something in the empty field that is no new signature, or that is not all that changed.</summary>
    private bool Forge()
    {
        string old = _random.Pick("/V 5 0 R", "/V 14 0 R", "/V 10 0 R", "/V << /Type /Sig >>", "/V (x)", "/V 99 0 R");
        return _random.Below(3) switch
        {
            0 => Write(_seed.Empty, text => text.Contains("/V ", StringComparison.Ordinal) ? null : Insert(text, old)),
            1 => Endorse(_random.Pick($"<< {HandSigner.Plain} /Zz 1 >>", $"<< {HandSigner.Plain} /Resources << >> >>", Drawing, "[0]", "null"), string.Empty),
            _ => Endorse($"<< {HandSigner.Plain} >>", _random.Pick(" /Zz 1", " /AP << /N 10 0 R >>", " /TU (x)", " /MK << >>")),
        };
    }

    /// <summary>A field that shows nothing, in the list of the form and mostly in that of the page; in the second alone it would not be judged.</summary>
    private void Grow()
    {
        int[] lists = [.. _seed.Lists.Where(number => !_written.ContainsKey(number) && !_random.OneIn(4))];
        if (lists.Length == 0)
        {
            return;
        }

        int field = _next++;
        _written[field] = $"<< /FT /Sig /T (new{field}) /Rect [0 0 0.0 0] {_random.Pick("/Type /Annot /Subtype /Widget", "/F 132", "/P 3 0 R", "/V null", "/Border [0 0 0]")} >>";
        bool isField = false;
        foreach (int list in lists)
        {
            bool grown = Write(list, text => text.IndexOf("6 0 R", StringComparison.Ordinal) is >= 0 and var at && text.IndexOf(']', at) is >= 0 and var end ? text.Insert(end, $" {field} 0 R") : null);
            isField |= grown && list == _seed.Lists[0];
            IsHarmless &= !grown || (isField && !_seed.IsLast);
        }
    }

    /// <summary>One step after which the update is none that may follow; <see langword="false"/> when the object it needs was written already.</summary>
    private bool DoHarm(ref string trailer)
    {
        int number = AnyOld();
        switch (_random.Below(11))
        {
            case 0:
                return Write(number, text => _random.Pick("null", "<< >>", "[0]", "(x)", Drawing) is var now && now != text ? now : null);
            case 1:
                return Write(number, text => Insert(text, _random.Pick("/Zz 1", "/AA << >>", "/Filter /ASCIIHexDecode", "/XFA (x)", "/Rotate 90")));
            case 2:
                return Write(number, _ => string.Empty);
            case 3:
                return _seed.Missing.Count != 0 ? Write(_random.Pick([.. _seed.Missing]), _ => _random.Pick(Drawing, "[4 3 R]", "<< /Zz 1 >>")) : _seed.Shared != 0 && GrowShared();
            case 4:
                return Write(number, text => InList(text, at => text.Insert(at, _random.Pick(" 4 0 R", " 0", " 99 0 R", " " + Visible()))));
            case 5:
                return Write(number, text => InList(text, at => at - 1 > text.LastIndexOf('[', at) ? text.Remove(text.LastIndexOf('[', at) + 1, at - text.LastIndexOf('[', at) - 1) : null));
            case 6:
                return Write(number, text => text.Contains("200 200", StringComparison.Ordinal) ? text.Replace("200 200", "200 20", StringComparison.Ordinal) : null);
            case 7:
                string before = trailer;
                trailer = trailer.Contains("/Info", StringComparison.Ordinal) ? _random.Pick("/Root 1 0 R", "/Root 1 0 R /Info 4 0 R", "/Root 1 0 R /Info 14 0 R /Root 2 0 R") : _random.Pick("/Root 1 0 R /Info 4 0 R", $"/Root {_next} 0 R");
                _written[_next++] = _objects[1].Text;
                return trailer != before;
            case 10:
                return _seed.Empty != 0 ? Forge() : (_falls = true);
            case 8:
                return Write(number, text => Redirect(text, $"{AnyOld()} 0 R"));
            default:
                return Write(number, text => Redirect(text, Entered(Drawing, elsewhere: true)));
        }
    }

    /// <summary>A field that shows nothing, but in a list that draws a page as well.</summary>
    private bool GrowShared()
    {
        string field = Entered("<< /FT /Sig /T (shared) /Rect [0 0 0 0] >>", elsewhere: true);
        return Write(_seed.Shared, text => InList(text, at => text.Insert(at, " " + field)));
    }

    /// <summary>A field that is seen, or no field.</summary>
    private string Visible() => Entered(
        "<< /FT /Sig /T (seen) " + _random.Pick("/Rect [0 0 9 9]", "/Rect [5 5 5 5]", "/Rect [0 0 0 0] /Subtype /Text", "/Rect [0 0 0 0] /Border [0 0 9]", "/Rect [0 0 0 0] /A << >>", string.Empty) + " >>", elsewhere: true);

    private string Entered(string text, bool elsewhere = false)
    {
        if (!elsewhere && _random.OneIn(2))
        {
            return text;
        }

        _written[_next] = text;
        return $"{_next++} 0 R";
    }

    /// <summary>Another object in place of one that is referred to, unless it is the same.</summary>
    private static string? Redirect(string text, string now)
    {
        int end = text.Contains("stream", StringComparison.Ordinal) ? -1 : text.LastIndexOf(" 0 R", StringComparison.Ordinal);
        int start = end < 0 ? -1 : text.LastIndexOfAny([' ', '['], end - 1) + 1;
        return start < 0 || text[start..(end + 4)] == now ? null : text[..start] + now + text[(end + 4)..];
    }

    /// <summary>Changes what ends at the first bracket, but for the lists of validation data, which may change.</summary>
    private static string? InList(string text, Func<int, string?> change) =>
        text.Contains("stream", StringComparison.Ordinal) || text.Contains("/Certs", StringComparison.Ordinal) || text.IndexOf(']', StringComparison.Ordinal) is not (>= 0 and var end) ? null : change(end);

    private static string? Insert(string text, string entry) => text.StartsWith("<<", StringComparison.Ordinal) ? text.Insert(2, $" {entry}") : null;

    /// <summary>Whether the layout uses an object for one thing only.</summary>
    private bool IsAlone(int number) => _objects.Values.Count(one => one.Text.Contains(string.Create(CultureInfo.InvariantCulture, $" {number} 0 R"), StringComparison.Ordinal)) == 0;

    private int AnyOld() => _random.Pick([.. _seed.Objects.Keys]);

    private bool Write(int number, Func<string, string?> change)
    {
        string? text = _written.ContainsKey(number) ? null : change(_objects.TryGetValue(number, out (int Generation, string Text) old) ? old.Text : string.Empty);
        if (text is null)
        {
            return false;
        }

        _written[number] = text;
        return true;
    }
}
