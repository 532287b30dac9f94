namespace MyNumber.Card.Emulation.Profiles.Json;

/// <summary>The JSON documents inside this assembly.</summary>
internal static class EmbeddedJson
{
    public static byte[] Read(string name)
    {
        using Stream stream = typeof(EmbeddedJson).Assembly.GetManifestResourceStream(name)!;
        byte[] bytes = new byte[checked((int)stream.Length)];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
