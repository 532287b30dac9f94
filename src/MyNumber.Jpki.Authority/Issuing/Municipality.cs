namespace MyNumber.Jpki.Authority.Issuing;

/// <summary>A municipality (市区町村) as certificates name it: code and the two names in Latin letters.</summary>
public sealed record Municipality
{
    /// <summary>Holds code and names.</summary>
    /// <param name="code">Five digits of JIS X 0402, no check digit, for example <c>13221</c>.</param>
    /// <param name="prefecture">Prefecture in Latin letters, for example <c>Tokyo-to</c>.</param>
    /// <param name="name">Municipality in Latin letters, for example <c>Kiyose-shi</c>; a ward is <c>City-shi-Ward-ku</c>.</param>
    /// <exception cref="ArgumentException">The code is not five digits, or a name is empty.</exception>
    public Municipality(string code, string prefecture, string name)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(prefecture);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (code.Length != 5 || code.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            throw new ArgumentException("A municipality code has five digits.", nameof(code));
        }

        Code = code;
        Prefecture = prefecture;
        Name = name;
    }

    /// <summary>Five digits of JIS X 0402, no check digit.</summary>
    public string Code { get; }

    /// <summary>Prefecture in Latin letters.</summary>
    public string Prefecture { get; }

    /// <summary>Municipality in Latin letters.</summary>
    public string Name { get; }
}
