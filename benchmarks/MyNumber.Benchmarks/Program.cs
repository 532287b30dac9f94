using BenchmarkDotNet.Running;
using MyNumber.Benchmarks.Jpki.Lists;

if (args is ["crl-load", .. string[] rest])
{
    return ListLoads.Run(rest);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
