using MyNumber.Card.Pcsc.Native;
using MyNumber.Card.Pcsc.Tests.Doubles;

namespace MyNumber.Card.Pcsc.Tests.Native;

/// <summary>The three platforms by name, whatever the tests run on.</summary>
internal static class Platforms
{
    public static IWinscardLayout Layout(string platform) => platform switch
    {
        "Linux" => new LinuxLayout(),
        "Windows" => new WindowsLayout(),
        _ => new MacLayout(),
    };

    public static (RawPcsc Library, PcscNative Native) Raw(string platform)
    {
        IWinscardLayout layout = Layout(platform);
        RawPcsc library = new(platform == "Windows" ? 2 : 1, layout.ReaderStateSize);
        return (library, new PcscNative(library, layout));
    }
}
