using System.Runtime.CompilerServices;
using MyNumber.TestKit;

namespace MyNumber.Jpki.Authority.Tests.Publishing;

/// <summary>The platform keeps OCSP answers below HOME and looks the folder up once: here it is a folder of this run, so that no run sees another's answers.</summary>
internal static class PlatformCacheFolder
{
    [ModuleInitializer]
    internal static void Set()
    {
        TemporaryFolder home = new();
        Environment.SetEnvironmentVariable("HOME", home.Path);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => home.Dispose();
    }
}
