// SuyuanTesting
