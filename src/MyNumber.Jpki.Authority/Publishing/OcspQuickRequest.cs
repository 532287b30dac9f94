namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>Finds the CertID in a request of the usual shape, one certificate and nothing else (RFC 5019 §2.1.1), without reading it.</summary>
/// <remarks>What is found is only compared with CertIDs whose answers were signed, so its inside need not be looked at; every other shape goes the long way.</remarks>
internal static class OcspQuickRequest
{
    private const int Levels = 4;
    private const int LongestShortForm = 127;
    private const byte Sequence = 0x30;

    internal static bool TryFind(ReadOnlySpan<byte> request, out ReadOnlySpan<byte> certId)
    {
        certId = default;
        if (request.Length is <= Levels * 2 or > LongestShortForm + 2)
        {
            return false;
        }

        for (int at = 0; at < Levels * 2; at += 2)
        {
            if (request[at] != Sequence || request[at + 1] != request.Length - at - 2)
            {
                return false;
            }
        }

        certId = request[(Levels * 2)..];
        return true;
    }
}
