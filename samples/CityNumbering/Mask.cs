namespace CityNumbering;

/// <summary>Shows the shape of a text and none of its digits.</summary>
internal static class Mask
{
    /// <summary>Every digit becomes a star, a wide one when it is not ASCII; what is no digit stays, so that the reader sees what is wrong.</summary>
    public static string Digits(string text) => string.Concat(text.Select(c => char.IsDigit(c) ? c > '9' ? '＊' : '*' : char.IsControl(c) ? '�' : c));

    /// <summary>A line of the notice file: birth date and number without digits.</summary>
    public static string Columns(string line)
    {
        string[] columns = line.Split(',');
        columns[3] = Digits(columns[3]);
        columns[5] = Digits(columns[5]);
        return string.Join(',', columns);
    }
}
