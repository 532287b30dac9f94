namespace MyNumber.Cli.Authorities;

/// <summary>What makes an authority's certificates the same at every run.</summary>
/// <param name="Format">The folder's format.</param>
/// <param name="Organization">O of both authorities' names.</param>
/// <param name="Generations">How many key generations there are.</param>
/// <param name="OcspAddress">What new certificates name as their responder, or <see langword="null"/> for an address that nothing answers.</param>
internal sealed record AuthoritySettings(int Format, string Organization, int Generations, string? OcspAddress)
{
    public const int CurrentFormat = 1;

    public const int MostGenerations = 9;

    public bool IsReadable => Format == CurrentFormat && Organization is not null && Generations is >= 1 and <= MostGenerations
        && (OcspAddress is null || IsAddress(OcspAddress));

    public static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
